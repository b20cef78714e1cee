import {LitElement, css, html, nothing} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {mark, moon, sun} from './lib/icons.js';
import {Follows, monitor} from './store/monitor.js';
import {route} from './store/route.js';
import {theme} from './store/theme.js';
import {shared} from './parts/shared.js';
import './pages/log.js';
import './pages/overview.js';
import './parts/banner.js';
import './parts/event.js';
import './parts/login.js';

const PAGES = [['overview', 'Overview'], ['cdc', 'CDC unit'], ['dpu', 'DPU unit']];
const STATES = {live: ['ok', 'live'], connecting: ['idle', 'connecting'], waiting: ['bad', 'disconnected']};

/** The frame around every page. */
class App extends LitElement {
  static styles = [shared, css`
    header { display: flex; align-items: center; gap: 8px 28px; padding: 0 24px; background: var(--surface); border-bottom: 1px solid var(--line); flex-wrap: wrap; }
    .brand { display: flex; align-items: center; gap: 10px; font-weight: 650; font-size: 15px; color: var(--ink); padding: 12px 0; letter-spacing: -.01em; }
    .brand:hover { text-decoration: none; }
    .mark { width: 26px; height: 26px; }
    .project { font-weight: 400; color: var(--muted); }
    nav { display: flex; gap: 4px; align-self: stretch; }
    nav a { display: flex; align-items: center; padding: 0 12px; color: var(--muted); border-bottom: 2px solid transparent; border-top: 2px solid transparent; min-height: 44px; }
    nav a:hover { color: var(--ink); text-decoration: none; }
    nav a[aria-current] { color: var(--ink); font-weight: 600; border-bottom-color: var(--accent); }
    .end { margin-left: auto; display: flex; align-items: center; gap: 8px; }
    main { max-width: 1500px; margin: 0 auto; padding: 20px 24px 40px; }
    main:focus { outline: none; }
    .skip { position: absolute; left: -9999px; } .skip:focus { left: 12px; top: 8px; z-index: 30; background: var(--surface); padding: 8px 14px; }
    @media (max-width: 620px) { header { padding: 0 14px; } nav { order: 3; width: 100%; margin: 0 -8px; } main { padding: 14px 12px 30px; } }`];

  constructor() {
    super();
    new Follows(this);
    new Follows(this, route);
    new Follows(this, theme);
    monitor.start();
  }

  updated() {
    const name = PAGES.find(([page]) => page === route.page)[1];
    document.title = `${name} · ${monitor.status?.project ?? 'DataFlowSync'}`;
  }

  render() {
    const [tone, word] = STATES[monitor.connection.state];
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>Skip to the content</a>
      <header>
        <a class="brand" href="#/">${mark}<span>DataFlowSync <span class="project">${monitor.status?.project ?? ''}</span></span></a>
        <nav aria-label="Pages">${PAGES.map(([page, label]) => html`<a href=${route.link(page)} aria-current=${route.page === page ? 'page' : nothing}>${label}</a>`)}</nav>
        <div class="end"><dfs-chip id="connection" tone=${tone} text=${word}></dfs-chip>
          <button class="button plain" type="button" @click=${() => theme.toggle()} aria-label=${theme.isDark ? 'Light theme' : 'Dark theme'}
            title=${theme.isDark ? 'Light theme' : 'Dark theme'}>${theme.isDark ? sun : moon}</button></div>
      </header>
      <dfs-banner></dfs-banner>
      <main id="main" tabindex="-1">${route.page === 'overview' ? html`<dfs-overview></dfs-overview>`
        : keyed(route.page, html`<dfs-log .unit=${route.page}></dfs-log>`)}</main>
      ${route.event ? html`<dfs-event .eventId=${route.event}></dfs-event>` : ''}
      <dfs-login></dfs-login>`;
  }

  #skip(event) {
    event.preventDefault();
    this.renderRoot.querySelector('main').focus();
  }
}
customElements.define('dfs-app', App);
