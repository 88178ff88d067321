/** The computed style properties that can make a button look like nothing or like something else. */
export type Look = Pick<
  CSSStyleDeclaration,
  'opacity' | 'filter' | 'clipPath' | 'transform' | 'scale' | 'mixBlendMode' | 'pointerEvents' | 'visibility'
> & { maskImage?: string; webkitMaskImage?: string };

/** Below this an element counts as hidden on purpose. */
const leastOpacity = 0.9;
/** Smallest and largest scale at which a button still looks like itself. */
const leastScale = 0.8;
const mostScale = 3;

/** Unset, or nothing: some engines leave a property empty that they do not know. */
const nothing = (value: string | undefined) => value === undefined || value === '' || value === 'none';

function plainTransform(transform: string): boolean {
  if (nothing(transform)) return true;
  const numbers = /^matrix\(([^)]+)\)$/.exec(transform)?.[1]?.split(',').map(Number);
  if (!numbers) return false; // 3D: may turn the button away
  const [a = 0, b = 1, c = 1, d = 0] = numbers;
  const upright = Math.abs(b) < 0.01 && Math.abs(c) < 0.01;
  return upright && [a, d].every((scale) => scale >= leastScale && scale <= mostScale);
}

function plainScale(scale: string): boolean {
  return (
    nothing(scale) ||
    scale.split(' ').every((part) => Number(part) >= leastScale && Number(part) <= mostScale)
  );
}

/**
 * Whether a style leaves what is inside looking as drawn and reachable. A grey page (`filter: grayscale`, which sites use on days
 * of mourning) still does.
 */
export function cleanLook(look: Look): boolean {
  return (
    Number(look.opacity || 1) >= leastOpacity &&
    (nothing(look.filter) || /^grayscale\([\d.%]+\)$/.test(look.filter)) &&
    nothing(look.clipPath) &&
    nothing(look.maskImage) &&
    nothing(look.webkitMaskImage) &&
    plainTransform(look.transform) &&
    plainScale(look.scale ?? 'none') &&
    (nothing(look.mixBlendMode) || look.mixBlendMode === 'normal') &&
    look.visibility !== 'hidden' &&
    look.visibility !== 'collapse'
  );
}

/** The element around another in what is drawn: through slots and out of shadow roots. */
function around(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Whether nothing from the element up to the page's root hides, cuts, bends or blends it. */
export function ancestorsClean(element: Element): boolean {
  // `visibility` and `pointer-events` are inherited: an ancestor's matters only where it arrives
  if (getComputedStyle(element).pointerEvents === 'none') return false;
  for (let at: Element | null = element; at; at = around(at)) {
    const look = getComputedStyle(at) as unknown as Look;
    const visibility = at === element ? look.visibility : 'visible';
    if (
      !cleanLook({
        opacity: look.opacity,
        filter: look.filter,
        clipPath: look.clipPath,
        transform: look.transform,
        scale: look.scale,
        mixBlendMode: look.mixBlendMode,
        pointerEvents: look.pointerEvents,
        visibility,
        ...(look.maskImage === undefined ? {} : { maskImage: look.maskImage }),
        ...(look.webkitMaskImage === undefined ? {} : { webkitMaskImage: look.webkitMaskImage }),
      })
    ) {
      return false;
    }
  }
  return true;
}

/** Middle and four points towards the corners, as shares of width and height. */
const probes = [
  [0.5, 0.5],
  [0.2, 0.2],
  [0.8, 0.2],
  [0.2, 0.8],
  [0.8, 0.8],
] as const;

/** Whether a press at any of five points of `target` would land in our host. */
export function pointsReached(target: Element, host: Element): boolean {
  const rect = target.getBoundingClientRect();
  if (rect.width < 1 || rect.height < 1) return false;
  const tree = host.getRootNode() as Document | ShadowRoot;
  return probes.every(
    ([x, y]) => tree.elementFromPoint(rect.left + x * rect.width, rect.top + y * rect.height) === host,
  );
}
