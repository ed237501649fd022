/** The document of a webview: everything is forbidden but our one script and inline data images. */

export interface PanelHtml {
  readonly scriptUri: string;
  readonly nonce: string;
  readonly language: string;
  readonly title: string;
}

/** Gives the document; the page's content is made by the script, never by HTML text. */
export function panelHtml({ scriptUri, nonce, language, title }: PanelHtml): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; img-src data:; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeAttribute(title)}</title>
</head>
<body>
<main></main>
<script nonce="${nonce}" src="${escapeAttribute(scriptUri)}"></script>
</body>
</html>`;
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
