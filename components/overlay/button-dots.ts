import { mostDots, type TagColour } from '../../utils/domain/tag-effect.ts';

/** The same as beside items (`item-styles.ts`): they have to be told apart on light and dark ground. */
const paints: Record<TagColour, string> = {
  blue: '#2f6fde',
  green: '#1f8a4c',
  amber: '#c98200',
  red: '#d33a2f',
  violet: '#8a4fd0',
  teal: '#0b8f96',
  pink: '#d2458f',
  grey: '#76818d',
};

/** Width and height of a button inside its border, and the band at its lower edge that is left to the dots, CSS pixels. */
const inside = 22;
const band = 6;
/** Radius of a dot and how far apart the middles of two are, CSS pixels: where there are few, they are as large as the band. */
const few = { radius: 2.8, step: 7 };
const many = { radius: 2.2, step: 5.25 };

/**
 * Shows dots in the lower edge of a button, below its drawing, which moves up a little. They are part of the button's ground: no element that
 * would take room, cover something of the site, or let the page find out that it is there; and the button, drawn anew, keeps them.
 * @param colours of the tags; none: the button as it always is
 * @param said what a screen reader says of a button with dots: never a tag's name
 */
export function paintDots(button: HTMLElement, colours: readonly TagColour[], said: string): void {
  const shown = colours.slice(0, mostDots);
  const { style } = button;
  const { radius, step } = shown.length > 2 ? many : few;
  const first = (inside - (shown.length - 1) * step) / 2;
  style.backgroundImage = shown
    .map((colour, at) => {
      const middle = `${first + at * step}px ${inside - band / 2}px`;
      // half a pixel from full colour to none: a round edge
      return `radial-gradient(circle at ${middle}, ${paints[colour]} ${radius - 0.25}px, transparent ${radius + 0.25}px)`;
    })
    .join(',');
  style.padding = shown.length > 0 ? '0 2px 4px' : '';
  if (shown.length > 0) {
    button.dataset.dots = shown.join(' ');
    button.setAttribute('aria-description', said);
  } else {
    delete button.dataset.dots;
    button.removeAttribute('aria-description');
  }
}
