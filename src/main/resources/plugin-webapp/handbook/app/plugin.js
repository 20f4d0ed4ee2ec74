// "How it works". What it shows comes when somebody asks for it.
const mentoring = name => import(import.meta.url.replace('/plugin/handbook/', '/plugin/mentoring/').replace(/[^/]+$/, name));

// The very same files as those of the other pages, under the same address, so that nothing is loaded twice.
const [{ page }, { texts }] = await Promise.all([mentoring('page.js'), mentoring('texts.js')]);

export default page({
  plugin: 'handbook',
  path: 'how-it-works',
  title: texts.howItWorks,
  priority: 315,
  draw: index => import('./handbook-page.js').then(({ draw }) => draw(index, mentoring))
});
