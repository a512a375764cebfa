import { Html, html } from '../../../plugins/html-report/page/html.ts';

describe('html', () => {
  test('escapes values, keeps markup, joins lists', () => {
    const list = ['a<b', html`<i>${'"x"'}</i>`, null, 3];
    expect(html`<p title="${`'`}">${list}</p>`.markup).toBe(
      '<p title="&#39;">a&#60;b<i>&#34;x&#34;</i>3</p>',
    );
    expect(html`${new Html('<b>\\n</b>')}`.markup).toBe('<b>\\n</b>');
  });
});
