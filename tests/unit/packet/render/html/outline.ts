/** A page of the packet as a reader takes it in: lines of text, links with where they lead, tags with their tone. */
export function outline(html: string): string[] {
  return html
    .replace(/<(style|script|template|noscript)>[^]*?<\/\1>/g, '')
    .replace(/<span class="tag (\w+)">([^<]*)<\/span>/g, '{$1: $2}')
    .replace(/<a (?:[^>]*\s)?href="([^"]*)"[^>]*>([^]*?)<\/a>/g, '[$2]($1)')
    .replace(/<\/span> <span>/g, ' · ').replace(/<\/dt><dd>/g, ': ').replace(/<t[hd]\b[^>]*>/g, ' | ').replace(/<br>/g, ' / ')
    .replace(/<\/?(?:p|div|li|ul|ol|h\d|dl|dt|dd|tr|table|thead|tbody|article|section|header|footer|nav|main|label|select|option|fieldset|legend|details|summary|button|textarea|small|blockquote|form)\b[^>]*>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&#96;/g, '`').replace(/&amp;/g, '&')
    .split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
}

/** The sections of a page by their id, in the order of the page, without the line that names section and profile. */
export function sectionsOf(page: string): Record<string, string[]> {
  return Object.fromEntries([...page.matchAll(/<section id="(\w+)"[^>]*>([^]*?)<\/section>/g)].map(([, id = '', body = '']) => [id, outline(body).slice(2)]));
}
