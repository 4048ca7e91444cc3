/* Starts Microsoft's Web Chat on the local Direct Line: a token from our own server, everything over one WebSocket. */
void (async () => {
  const box = document.getElementById('webchat');
  const { locale, nonce, failed } = box.dataset;
  const look = (token) => getComputedStyle(document.documentElement).getPropertyValue(token);
  try {
    const answer = await fetch('/v3/directline/tokens/generate', { method: 'POST' });
    if (!answer.ok) throw new Error(`token: ${answer.status}`);
    const { token } = await answer.json();
    const user = JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/'))).user;
    window.WebChat.renderWebChat(
      {
        directLine: window.WebChat.createDirectLine({
          token,
          domain: `${location.origin}/v3/directline`,
          webSocket: true,
        }),
        userID: user,
        locale: locale === 'zh-Hant' ? 'zh-HK' : locale === 'en' ? 'en-US' : locale,
        nonce,
        styleOptions: {
          hideUploadButton: true,
          accent: look('--accent-fill'),
          primaryFont: look('--font'),
          suggestedActionLayout: 'flow',
        },
      },
      box,
    );
  } catch (_) {
    box.textContent = failed;
  }
})();
