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
  const answer = await fetch(address, {headers: {Accept: 'application/json'}, signal});
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new AnswerError(answer.status, body.reason);
  return body;
}
