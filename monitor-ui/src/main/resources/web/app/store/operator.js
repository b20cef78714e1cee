import {post, showTicket} from '../lib/api.js';

const KEY = 'dfs-operator';

const basic = (user, password) => `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)))}`;

/**
 * Sends the calls of an operator to the services. Asks for user and password when a service requires them, and keeps
 * them until the browser's session ends. Dispatches `change` when the user must log in, and after each call.
 */
class Operator extends EventTarget {
  /** Set while the user must log in, with the code by which the last attempt was refused; an empty code for the first attempt. */
  login = null;
  /** The number of calls that were made. */
  acted = 0;
  #role = null;
  #settle = null;

  /** Whether the page offers the actions of an operator: not to a viewer, unless an operator has logged in here, too. */
  get mayAct() {
    return this.#role !== 'viewer' || sessionStorage.getItem(KEY) !== null;
  }

  /** @param role the role of the user who signed in to see the page; null where no sign-in is required */
  looksAs(role) {
    if (role === this.#role) return;
    this.#role = role;
    this.dispatchEvent(new Event('change'));
  }

  /** Lets an operator log in on the page of a viewer. */
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

  /** Sends a decision about dead letters; see {@link call}. */
  act(path, json = '{}') {
    return this.call(`dead-letters/${path}`, json);
  }

  /** Returns the service's answer; null where the user cancels the login. */
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
