import {LitElement, css, html} from 'lit';
import {Follows} from '../store/monitor.js';
import {operator} from '../store/operator.js';
import {shared} from './shared.js';

const REFUSED = {
  'wrong-password': 'The service does not know this user with this password. The users are in the file that DFS_USERS_FILE names; the password of admin is DFS_ADMIN_PASSWORD.',
  'no-answer': 'The monitor did not answer. Try again.',
  'sign-in-slowed': 'There were too many wrong passwords. Wait half a minute.',
  'role-missing': 'This user may only look: enter the name of an operator.',
};

/** Asks for user and password when a service requires them. */
class Login extends LitElement {
  static styles = [shared, css`
    dialog { width: min(360px, calc(100vw - 32px)); padding: 20px 22px; border: 1px solid var(--line-strong); border-radius: var(--radius);
      background: var(--surface); color: var(--ink); box-shadow: var(--shadow-high); }
    dialog::backdrop { background: rgb(10 16 24 / 45%); }
    form { display: grid; gap: 12px; }
    h2 { font-size: 16px; }
    label { display: grid; gap: 4px; font-size: 13px; color: var(--muted); }
    input { border: 1px solid var(--line-strong); border-radius: 7px; background: var(--surface); color: var(--ink); padding: 6px 10px; }
    .refused { color: var(--bad); } .end { display: flex; justify-content: flex-end; gap: 8px; }`];

  constructor() {
    super();
    new Follows(this, operator);
  }

  updated() {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  render() {
    if (!operator.login) return '';
    return html`<dialog aria-labelledby="title" @cancel=${this.#giveUp} @keydown=${event => event.stopPropagation()}>
      <form @submit=${this.#enter}>
        <h2 id="title">Who acts?</h2>
        ${operator.login.refused ? html`<p class="refused" role="alert">${REFUSED[operator.login.refused] ?? REFUSED['wrong-password']}</p>`
          : html`<p class="muted">The services let their operators act. The browser forgets the password when this tab is closed.</p>`}
        <label>User<input name="user" autocomplete="username" value="admin" required></label>
        <label>Password<input name="password" type="password" autocomplete="current-password" required autofocus></label>
        <div class="end"><button class="button plain" type="button" @click=${this.#giveUp}>Cancel</button>
          <button class="button" type="submit">Log in</button></div>
      </form></dialog>`;
  }

  #enter(event) {
    event.preventDefault();
    const {user, password} = event.target.elements;
    operator.enter(user.value, password.value);
  }

  #giveUp(event) {
    event.preventDefault();
    operator.giveUp();
  }
}
customElements.define('dfs-login', Login);
