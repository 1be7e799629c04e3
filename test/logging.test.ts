import { describe, expect, it } from 'vitest';

import { createLog, type LogFields, type LogLevel } from '../src/logging.js';

/** A log that keeps its lines. */
function recording(level: LogLevel = 'info') {
  const lines: Record<string, unknown>[] = [];
  const log = createLog(level, {
    write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>),
  });
  return { log, lines, raw: () => JSON.stringify(lines) };
}

describe('the log', () => {
  it('writes one JSON object with level, instant, fields and sentence', () => {
    const { log, lines } = recording();
    log.info({ ticketId: 'K7M-3QX', durationMs: 12, replayed: false }, 'command accepted');
    expect(lines).toEqual([
      {
        level: 30,
        time: lines[0]?.['time'],
        ticketId: 'K7M-3QX',
        durationMs: 12,
        replayed: false,
        msg: 'command accepted',
      },
    ]);
  });

  it('gives instants in UTC', () => {
    const { log, lines } = recording();
    log.info({}, 'a line');
    expect(lines[0]?.['time']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it('says nothing below its level', () => {
    const { log, lines } = recording('warn');
    log.info({}, 'not this');
    log.warn({}, 'this');
    expect(lines.map((line) => line['msg'])).toEqual(['this']);
  });

  it('hands the fields of a child to each of its lines', () => {
    const { log, lines } = recording();
    log.child({ instance: 'a' }).child({ campusId: 'nord' }).warn({ attempt: 2 }, 'sending again');
    expect(lines[0]).toMatchObject({ instance: 'a', campusId: 'nord', attempt: 2 });
  });

  it.each([
    'text',
    'messageText',
    'title',
    'description',
    'comments',
    'note',
    'name',
    'userName',
    'email',
    'phone',
  ])('withholds what a person wrote or is called: %s', (field) => {
    const { log, lines, raw } = recording();
    log.info({ [field]: 'Anna Beispiel' }, 'a line');
    expect(lines[0]?.[field]).toBe('[withheld]');
    expect(raw()).not.toContain('Anna');
  });

  it.each([
    'token',
    'accessToken',
    'authorization',
    'password',
    'appPassword',
    'clientSecret',
    'connectionString',
  ])('withholds what opens a door: %s', (field) => {
    const { log, lines } = recording();
    log.child({ [field]: 'hunter2' }).info({}, 'a line');
    expect(lines[0]?.[field]).toBe('[withheld]');
  });

  it('withholds objects that came in past the compiler', () => {
    const { log, lines } = recording();
    const fields: LogFields = JSON.parse(
      '{"activity":{"text":"WLAN kaputt"},"ticketId":"K7M-3QX"}',
    ) as LogFields;
    log.info(fields, 'a line');
    expect(lines[0]).toMatchObject({ activity: '[withheld]', ticketId: 'K7M-3QX' });
  });

  it.each([
    'Bearer abc.def-123',
    'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln',
    'AccountKey=bm90IGEga2V5==;Database=x',
    'anna.beispiel@schule.example',
  ])('blots out what looks like a secret or an address inside a value: %s', (secret) => {
    const { log, raw } = recording();
    log.warn({ reason: `refused for ${secret}` }, 'a line', new Error(`refused for ${secret}`));
    expect(raw()).toContain('refused for [withheld]');
    expect(raw()).not.toMatch(/abc\.def|eyJ|bm90|beispiel/);
  });

  it('shows class, code, status, cause and place of an error', () => {
    const { log, lines } = recording();
    const cause = Object.assign(new RangeError('connection lost'), { code: 'ECONNRESET' });
    log.error(
      { ticketId: 'K7M-3QX' },
      'write failed',
      Object.assign(new Error('no answer', { cause }), { statusCode: 503 }),
    );
    expect(lines[0]).toMatchObject({
      ticketId: 'K7M-3QX',
      msg: 'write failed',
      error: {
        type: 'Error',
        message: 'no answer',
        statusCode: 503,
        cause: { type: 'RangeError', message: 'connection lost', code: 'ECONNRESET' },
      },
    });
    expect(JSON.stringify(lines[0]?.['error'])).toMatch(/"stack":\["at [^"]*logging\.test/);
  });

  it('leaves out the input that a parser quotes in its message', () => {
    const { log, raw } = recording();
    try {
      JSON.parse('WLAN "Aula" kaputt');
    } catch (error) {
      log.error({}, 'unreadable', error);
    }
    expect(raw()).toContain('SyntaxError');
    expect(raw()).not.toMatch(/WLAN|Aula/);
  });

  it('leaves out the request and the answer that an SDK hangs on its errors', () => {
    const { log, raw } = recording();
    const error = Object.assign(new Error('Forbidden'), {
      request: { headers: { authorization: 'Bearer s3cret' }, body: '{"text":"WLAN kaputt"}' },
      response: { bodyAsText: 'Anna' },
    });
    log.error({}, 'send failed', error);
    expect(raw()).not.toMatch(/s3cret|WLAN|Anna/);
  });

  it('says of something thrown that is no error only what kind of value it was', () => {
    const { log, lines } = recording();
    log.error({}, 'odd', 'Anna wrote this');
    expect(lines[0]?.['error']).toEqual({ type: 'string' });
  });
});
