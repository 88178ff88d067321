import type { TemplateDetails } from '../../utils/domain/template.ts';
import type { Input } from '../../utils/messaging/protocol.ts';

/** The longer inputs of the message table. */

export const template: TemplateDetails = {
  title: 'Where is my parcel',
  shortcut: 'parcel',
  folder: 'Service',
  tags: ['parcel'],
  platforms: [],
  variants: [
    {
      language: 'en',
      wordings: [{ id: '0192f0c1-2a3b-7c4d-8e5f-0123456789ab', text: 'Hi {{ person.first_name }}' }],
    },
  ],
  actions: [{ kind: 'note-touch' }],
};

export const reading = {
  platform: 'shopify',
  kind: 'listing',
  key: 'shopify:listing:candles',
  url: 'https://nordlys.example/collections/candles',
  problems: [],
} satisfies Input<'snapshot.record'>['reading'];
