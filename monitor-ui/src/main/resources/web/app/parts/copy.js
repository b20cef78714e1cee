import {LitElement, html} from 'lit';
import {check, copy} from '../lib/icons.js';
import {shared} from './shared.js';

/** Copies a text, and shows that for a moment. */
class Copy extends LitElement {
  static properties = {text: {}, label: {}, done: {state: true}};
  static styles = shared;

  async #copy(event) {
    event.stopPropagation();
    try {
      await navigator.clipboard.writeText(this.text);
    } catch {
      this.#copyTheOldWay();
    }
    this.done = true;
    setTimeout(() => { this.done = false; }, 1_600);
  }

  /** Copies without the clipboard API, which a page that was not loaded securely may not use. */
  #copyTheOldWay() {
    const area = document.createElement('textarea');
    area.value = this.text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }

  render() {
    return html`<button class="button plain" type="button" @click=${this.#copy} aria-label=${`Copy ${this.label}`}>
      ${this.done ? check : copy}<span aria-live="polite">${this.done ? 'Copied' : 'Copy'}</span></button>`;
  }
}
customElements.define('dfs-copy', Copy);
