import {post, showTicket} from '../lib/api.js';

const KEY = 'dfs-operator';

const basic = (user, password) => `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)))}`;

/**
 * Asks the services to act, as the person at this page. Who that is, is asked when a service wants to know, and kept
 * until the browser's session ends. Says `change` where somebody must log in, and where something was asked for.
 */
class Operator extends EventTarget {
  /** Where the person is to log in: with which code a first attempt was refused; empty for none. */
  login = null;
  /** How often something was asked for. */
  acted = 0;
  #role = null;
  #settle = null;

  /** Whether it is worth while to offer what an operator does: a viewer may not, unless somebody else has logged in here. */
  get mayAct() {
    return this.#role !== 'viewer' || sessionStorage.getItem(KEY) !== null;
  }

  /** @param role of whoever signed in to see the page; null where nobody had to */
  looksAs(role) {
    if (role === this.#role) return;
    this.#role = role;
    this.dispatchEvent(new Event('change'));
  }

  /** Lets an operator log in where a viewer looks. */
  async logIn() {
    for (let refused = ''; ;) {
      const authorization = await this.#ask(refused);
      if (authorization === null) return;
      try {
        const {role} = await showTicket(authorization);
        if (role === 'operator') return;
        refused = 'role-missing';
      } catch (failure) {
        refused = failure.code ?? 'no-answer';
      }
      this.#forget();
    }
  }

  #forget() {
    sessionStorage.removeItem(KEY);
    this.dispatchEvent(new Event('change'));
  }

  /** Decides about dead letters; as {@link call}. */
  act(path, json = '{}') {
    return this.call(`dead-letters/${path}`, json);
  }

  /** What the service answers; null where the person would rather not log in. */
  async call(path, json = '{}') {
    let known = sessionStorage.getItem(KEY);
    for (;;) {
      try {
        const answer = await post(`api/v1/${path}`, json, known);
        this.acted++;
        this.dispatchEvent(new Event('change'));
        return answer;
      } catch (failure) {
        if (failure.status !== 401 && failure.code !== 'role-missing') throw failure;
        this.#forget();
        known = await this.#ask(known === null ? '' : failure.code);
        if (known === null) return null;
      }
    }
  }

  #ask(refused) {
    this.#settle?.(null);
    this.login = {refused};
    this.dispatchEvent(new Event('change'));
    return new Promise(resolve => { this.#settle = resolve; });
  }

  enter(user, password) {
    const authorization = basic(user, password);
    sessionStorage.setItem(KEY, authorization);
    this.#done(authorization);
  }

  giveUp() {
    this.#done(null);
  }

  #done(authorization) {
    this.#settle?.(authorization);
    this.#settle = null;
    this.login = null;
    this.dispatchEvent(new Event('change'));
  }
}

export const operator = new Operator();
