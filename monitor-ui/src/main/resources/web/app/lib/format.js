const whole = new Intl.NumberFormat('en', {maximumFractionDigits: 0});
const tenth = new Intl.NumberFormat('en', {minimumFractionDigits: 1, maximumFractionDigits: 1});

export const count = value => whole.format(value ?? 0);

export const rate = value => {
  if (!value || value < 0.05) return '0';
  return value < 10 ? tenth.format(value) : whole.format(value);
};

/** A length of time in seconds, as a value and its unit. */
export const span = seconds => {
  if (seconds < 10) return [tenth.format(seconds), 's'];
  if (seconds < 120) return [whole.format(seconds), 's'];
  if (seconds < 7200) return [whole.format(seconds / 60), 'min'];
  if (seconds < 172800) return [tenth.format(seconds / 3600), 'h'];
  return [whole.format(seconds / 86400), 'days'];
};

export const spanText = seconds => span(seconds).join(' ');

const pad = (value, digits = 2) => String(value).padStart(digits, '0');

/** The time of day, to the millisecond, in the browser's time zone. */
export const clock = iso => {
  const at = new Date(iso);
  return `${pad(at.getHours())}:${pad(at.getMinutes())}:${pad(at.getSeconds())}.${pad(at.getMilliseconds(), 3)}`;
};

export const day = iso => {
  const at = new Date(iso);
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
};

/** A time to the second, with its day where that is another one. */
export const moment = (iso, now) => {
  const time = clock(iso).slice(0, 8);
  return day(iso) === day(now) ? time : `${day(iso)} ${time}`;
};

/** The time since a moment, in words; null-safe. */
export const ago = (iso, now) => {
  if (!iso) return 'never';
  const seconds = Math.max(0, (now - Date.parse(iso)) / 1000);
  return seconds < 2 ? 'just now' : `${span(Math.floor(seconds)).join(' ').replace('.0', '')} ago`;
};

/** The duration since a moment, in words. */
export const lasting = (iso, now) => `for ${spanText(Math.max(0, Math.floor((now - Date.parse(iso)) / 1000))).replace('.0', '')}`;

/** Milliseconds between two moments, as text. */
export const between = (from, to) => {
  const millis = Math.max(0, Date.parse(to) - Date.parse(from));
  return millis < 1000 ? `${millis} ms` : spanText(millis / 1000);
};
