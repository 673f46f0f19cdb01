/**
 * Signs that show nothing, or change how what follows them is shown: control characters, marks that reverse the reading
 * direction, spaces without width, fillers, halves of signs.
 *
 * Joiners and variation selectors are none, since emoji and scripts need them; nor are tags behind a black flag.
 */
const hidden =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]|\u034f|\u17b4|\u17b5|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0000}-\u{e007f}]/gu

/** The text without them; white space stays, but for other control characters. */
export function withoutHiddenSigns(text: string): string {
  return text.replace(hidden, (sign) => (/[\t-\r\u0085]/u.test(sign) ? sign : ''))
}
