const TICKET_MILLIS = 5_000;

/** An HTTP answer with an error: its status, and the code and message of the service. */
export class AnswerError extends Error {
  constructor(status, {code, message} = {}) {
    super(message || `the monitor answered ${status}`);
    this.status = status;
    this.code = code;
  }
}

/** The address of a path of the monitor, below the path where a proxy serves the page. */
export const address = path => new URL(path, document.baseURI);

/** Reads a ticket, which proves for a minute that a call comes from this page, and the role of the user. @param authorization of a login on this page; else the browser's */
export async function showTicket(authorization = null) {
  const headers = {Accept: 'application/json', ...signed(authorization)};
  return read(await fetch(address('api/v1/ticket'), {headers, signal: AbortSignal.timeout(TICKET_MILLIS)}));
}

/** The headers of a login. A ticket, even an empty one, also says that the page asks for the password, not the browser. */
const signed = authorization => authorization ? {'X-DFS-Ticket': '', Authorization: authorization} : {};

export async function ask(path, parameters = {}, signal = undefined) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, value);
  }
  return read(await fetch(address(query.size > 0 ? `${path}?${query}` : path), {headers: {Accept: 'application/json'}, signal}));
}

/** Sends a call that acts. @param json the body, as text: numbers keep all their digits */
export async function post(path, json, authorization) {
  const {ticket} = await showTicket(authorization);
  const headers = {Accept: 'application/json', 'Content-Type': 'application/json', ...signed(authorization), 'X-DFS-Ticket': ticket};
  return read(await fetch(address(path), {method: 'POST', headers, body: json}));
}

async function read(answer) {
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new AnswerError(answer.status, body);
  return body;
}
