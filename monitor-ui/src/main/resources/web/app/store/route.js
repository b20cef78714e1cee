const PAGES = {'': 'overview', cdc: 'cdc', dpu: 'dpu'};
export const FILTERS = ['table', 'action', 'status', 'text'];

/** The state of the page; all of it is in the address, so a link shows the same. */
class Route extends EventTarget {
  constructor() {
    super();
    this.#read();
    window.addEventListener('hashchange', () => {
      this.#read();
      this.dispatchEvent(new Event('change'));
    });
  }

  #read() {
    const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
    const parameters = new URLSearchParams(query);
    this.page = PAGES[path] ?? 'overview';
    this.event = parameters.get('event');
    this.filter = Object.fromEntries(FILTERS.map(name => [name, parameters.get(name) ?? '']));
  }

  /** The address of a page with some of its parameters set. */
  link(page, parameters = {}) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) {
      if (value) query.set(name, value);
    }
    const path = page === 'overview' ? '#/' : `#/${page}`;
    return query.size > 0 ? `${path}?${query}` : path;
  }

  /** Changes some parameters and stays on the page; a step back in the browser undoes the change, unless it is a small one. */
  change(parameters, {small = false} = {}) {
    const address = this.link(this.page, {...this.filter, event: this.event, ...parameters});
    if (small) {
      history.replaceState(null, '', address);
      this.#read();
      this.dispatchEvent(new Event('change'));
    } else {
      location.hash = address;
    }
  }
}

export const route = new Route();
