// The contract as OpenAPI 3.1 at /api/openapi.json, and a readable page of it at /api/docs that needs no other server.

import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';

/** The page sets styles on its own elements, and shows pictures that it carries in itself; it loads nothing from elsewhere. */
const PAGE_POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'self'";

/** Each named schema is described twice, as it is read and as it is written; the one that no route uses is left out. */
const withoutUnused: typeof jsonSchemaTransformObject = (document) => {
  const described = jsonSchemaTransformObject(document);
  if (!('components' in described) || described.components?.schemas === undefined) return described;
  const text = JSON.stringify(described);
  for (const name of Object.keys(described.components.schemas)) if (!text.includes(`"#/components/schemas/${name}"`)) delete described.components.schemas[name];
  return described;
};

export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Airbridge',
        version,
        summary: 'A humanitarian air bridge, from the public promise to the signed receipt.',
        description: 'Instants are UTC (2020-03-13T20:30:00Z). Quantities are whole units, money is euros, weights are kilograms. A refusal is a problem document (RFC 9457) with a remedy.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/', description: 'This server' }],
      tags: [
        { name: 'Operations', description: 'What is known: operations, packs, facts.' },
        { name: 'Need', description: 'Who is short of what, and how sure that is.' },
        { name: 'Promises', description: 'What was promised, and where it is.' },
        { name: 'Custody', description: 'Whether every unit adds up.' },
        { name: 'Plans', description: 'Who gets what, how and when.' },
        { name: 'Receipt', description: 'Links by which consignees answer without an account.' },
        { name: 'Alerts', description: 'What needs a person, who is told of it, and what did not get through.' },
        { name: 'People', description: 'Accounts, roles and tokens.' },
        { name: 'Transparency log', description: 'What anybody may check: signed checkpoints, leaves, proofs.' },
        { name: 'Public page', description: 'What anybody may read of a public operation, without an account.' },
        { name: 'Server', description: 'The server itself.' },
      ],
    },
    transform: jsonSchemaTransform,
    transformObject: withoutUnused,
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: PAGE_POLICY, theme: { title: 'Airbridge: the interface for programs', css: [{ filename: 'airbridge.css', content: '.swagger-ui .topbar { display: none }' }] }, uiConfig: { docExpansion: 'list', tryItOutEnabled: true, validatorUrl: null } });
  app.get('/api/openapi.json', { config: { permission: 'open' }, schema: { hide: true } }, (_, reply) => reply.send(app.swagger()));
}
