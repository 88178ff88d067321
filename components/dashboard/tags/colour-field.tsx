import { type TagColour, tagColours } from '../../../utils/domain/tag-effect.ts';
import { TagDot } from '../../ui/tag-dot.tsx';
import { useT } from './words.tsx';

/** Colours with their names: nobody has to tell them apart by eye. The arrows move through them. */
export function ColourField({
  value,
  name,
  onChange,
}: {
  value: TagColour;
  /** of the group, not used twice on a page */
  name: string;
  onChange: (colour: TagColour) => void;
}) {
  const t = useT();
  return (
    <fieldset class="field">
      <legend class="field-label">{t('tags_colour')}</legend>
      <div class="tags-colours">
        {tagColours.map((colour) => (
          <label key={colour} class="tags-colour">
            <input
              type="radio"
              name={name}
              value={colour}
              checked={colour === value}
              onChange={() => onChange(colour)}
            />
            <TagDot colour={colour} />
            <span>{t(`tags_colour_${colour}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
