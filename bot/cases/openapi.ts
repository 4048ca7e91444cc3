/** The OpenAPI 3.1 document of POST /api/cases/{kind}, made from the schemas that check the input: they cannot differ. */
import { z } from 'zod';
import { CASE_KINDS, type CaseKind, type Edition } from '../knowledge/index.ts';
import { INPUT_PROBLEM_CODES } from './case-input-error.ts';
import { CASES } from './run-case.ts';

type Json = Readonly<Record<string, unknown>>;

/** @returns a document ready for JSON.stringify */
export function casesOpenApi(edition: Edition): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Yaodian cases',
      version: edition.manifest.version,
      description: 'Seven rules on pensions, worked out for one person, each step with its article. Nothing is stored.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths: Object.fromEntries(CASE_KINDS.map((kind) => [`/api/cases/${kind}`, { post: operation(edition, kind) }])),
    components: { schemas: { Step: STEP, Phrase: PHRASE, Problem: PROBLEM } },
  };
}

function operation(edition: Edition, kind: CaseKind): Json {
  return {
    operationId: `case-${kind}`,
    summary: kind,
    parameters: [
      {
        name: 'asOf',
        in: 'query',
        description: 'the day whose rules count; default: today in China',
        schema: { type: 'string', format: 'date' },
      },
    ],
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(edition, CASES[kind].input) } } },
    responses: {
      200: { description: 'worked out', content: { 'application/json': { schema: outcomeSchema(edition, kind) } } },
      422: {
        description: 'the input cannot be right: every problem, with field and reason',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function outcomeSchema(edition: Edition, kind: CaseKind): Json {
  const phrases = { type: 'array', items: { $ref: '#/components/schemas/Phrase' } };
  return {
    type: 'object',
    required: ['kind', 'input', 'result', 'trace', 'sources', 'asOf', 'notes'],
    properties: {
      kind: { const: kind },
      input: { type: 'object', description: 'as given, with ids and amounts in their one form' },
      result: schemaOf(edition, CASES[kind].result),
      trace: { type: 'array', items: { $ref: '#/components/schemas/Step' } },
      sources: { type: 'array', items: { type: 'string' } },
      asOf: { type: 'string', format: 'date' },
      notes: phrases,
    },
  };
}

/** Inputs as they are sent, before amounts get their one form; region fields list the ids of the edition. */
function schemaOf(edition: Edition, schema: z.ZodType): Json {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.description?.startsWith('province, e.g.')) jsonSchema.examples = [...edition.regions.keys()];
    },
  });
  return json;
}

const FACTS = { type: 'object', additionalProperties: { type: ['string', 'number'] } };

const STEP = {
  type: 'object',
  required: ['rule', 'source', 'facts'],
  properties: {
    rule: { type: 'string', examples: ['place-relation-enough'] },
    source: { type: 'string', description: 'document#article', examples: ['gbf-2009-66#6.2'] },
    facts: FACTS,
  },
};

const PHRASE = {
  type: 'object',
  required: ['code', 'facts'],
  properties: { code: { type: 'string' }, facts: FACTS },
};

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'problems'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { const: 422 },
    detail: { type: 'string' },
    kind: { type: 'string' },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'reason', 'facts'],
        properties: {
          field: { type: 'string', examples: ['stays[1].months'] },
          code: { enum: [...INPUT_PROBLEM_CODES] },
          reason: { type: 'string' },
          facts: FACTS,
        },
      },
    },
  },
};
