import Vue from 'vue-2/dist/vue.esm.js';
import { expose, freshPlace, pointIn } from '../under-test.ts';

interface Mounted {
  value: string;
  $el: Element;
}
let mounted: Mounted | undefined;

expose({
  mount() {
    const place = freshPlace().appendChild(document.createElement('div'));
    mounted = new Vue({
      el: place,
      data: { value: '' },
      template: '<textarea v-model="value" rows="8" cols="60"></textarea>',
    }) as Mounted;
  },
  text: () => mounted?.value ?? '',
  point: () => pointIn(mounted?.$el),
});
