// No such page: in the language of the address.
{
  const root = document.documentElement;
  const path = location.pathname.slice(root.dataset.base.length);
  const language = ['en', 'zh'].find((name) => path.startsWith(`${name}/`) || path.startsWith(`embed/${name}/`));
  if (language) {
    root.dataset.language = language;
    root.lang = language === 'zh' ? 'zh-CN' : 'en';
  }
}
