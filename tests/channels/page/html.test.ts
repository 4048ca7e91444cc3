/** What a person writes never becomes markup. */
import { html } from '../../../bot/channels/page/html.ts';

describe('A template', () => {
  it('escapes everything that is put into it, in text and in attributes', () => {
    const written = `<script>alert("1")</script> & 'x'`;
    expect(html`<p title="${written}">${written}</p>`.markup).toBe(
      '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;">' +
        '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;</p>',
    );
  });

  it('leaves other templates as they are, and lists of them', () => {
    const items = ['a', '<b>'].map((word) => html`<li>${word}</li>`);
    expect(html`<ul>${items}</ul>`.markup).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>');
  });

  it('says nothing for what is absent, and zero for zero', () => {
    expect(html`${undefined}${false}${0}`.markup).toBe('0');
  });
});
