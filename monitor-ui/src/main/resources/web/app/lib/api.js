/** The answer to a question over HTTP; an error carries its status and what the service said. */
export class AnswerError extends Error {
  constructor(status, reason) {
    super(reason || `the monitor answered ${status}`);
    this.status = status;
  }
}

export async function ask(path, parameters = {}, signal = undefined) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, value);
  }
  const address = query.size > 0 ? `${path}?${query}` : path;
  return read(await fetch(address, {headers: {Accept: 'application/json'}, signal}));
}

/** Asks for something to be done. @param json the body, as text: numbers keep all their digits */
export async function post(path, json, authorization) {
  const headers = {Accept: 'application/json', 'Content-Type': 'application/json'};
  if (authorization) headers.Authorization = authorization;
  return read(await fetch(path, {method: 'POST', headers, body: json, credentials: 'omit'}));
}

async function read(answer) {
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new AnswerError(answer.status, body.reason ?? body.error);
  return body;
}
