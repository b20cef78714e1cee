const KEY = 'dfs-theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

/** Light or dark: the user's choice here, else the preference of the system. */
class Theme extends EventTarget {
  constructor() {
    super();
    dark.addEventListener('change', () => this.#apply());
    this.#apply();
  }

  get isDark() {
    const chosen = localStorage.getItem(KEY);
    return chosen ? chosen === 'dark' : dark.matches;
  }

  toggle() {
    const next = this.isDark ? 'light' : 'dark';
    if ((next === 'dark') === dark.matches) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, next);
    this.#apply();
  }

  #apply() {
    document.documentElement.dataset.theme = this.isDark ? 'dark' : 'light';
    this.dispatchEvent(new Event('change'));
  }
}

export const theme = new Theme();
