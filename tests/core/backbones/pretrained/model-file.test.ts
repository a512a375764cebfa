import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { besideModel, locateModel, readModelFile } from '../../../../core/backbones/pretrained/model-file.ts';
import { EnvironmentError, InputError } from '../../../../core/errors/errors.ts';
import { serveFolder } from '../../../support/file-server.ts';
import { expectUserError } from '../../../support/refusal.ts';

describe('where a model lies', () => {
  test('paths are resolved, addresses stay', () => {
    const resolvePath = (path: string) => `/scenes/${path}`;
    expect(locateModel('models/a.onnx', resolvePath)).toBe('/scenes/models/a.onnx');
    expect(locateModel('https://models.org/a.onnx', resolvePath)).toBe('https://models.org/a.onnx');
  });

  test.each([
    ['/models/a/model.json', 'shard 1.bin', '/models/a/shard 1.bin'],
    ['/models/a/model.json', 'parts/../..b.bin', '/models/a/..b.bin'],
    ['https://models.org/a/model.json?key=1', 'parts/1.bin', 'https://models.org/a/parts/1.bin'],
  ])('beside %s, %s is %s', (model, name, place) => {
    expect(besideModel(model, name)).toBe(place);
  });

  test.each([
    ['/models/a/model.json', '../b/1.bin'],
    ['/models/a/model.json', '/etc/hostname'],
    ['https://models.org/a/model.json', '../1.bin'],
    ['https://models.org/a/model.json', 'http://127.0.0.1/1.bin'],
    ['https://models.org/a/model.json', 'file:///etc/hostname'],
  ])('beside %s, %s is refused', (model, name) => {
    expect(() => besideModel(model, name)).toThrow(InputError);
  });
});

describe('reading', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'neuroid-model-file-'));
    await writeFile(join(folder, 'model.bin'), Uint8Array.of(1, 2, 3));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function withServer(
    instead: ((path: string, response: ServerResponse) => boolean) | undefined,
    use: (address: string) => Promise<void>,
  ): Promise<void> {
    const server = await serveFolder(folder, instead);
    try {
      await use(server.address);
    } finally {
      await server.close();
    }
  }

  test('a path and an address give the same bytes', () =>
    withServer(undefined, async (address) => {
      expect([...(await readModelFile(`${address}model.bin`, 'it is the model'))]).toEqual([1, 2, 3]);
      expect([...(await readModelFile(join(folder, 'model.bin'), 'it is the model'))]).toEqual([1, 2, 3]);
    }));

  test('what does not exist is the fault of the scene', () =>
    withServer(undefined, async (address) => {
      const missing = readModelFile(`${address}modle.bin`, 'it is the model');
      await expectUserError(InputError, missing, 'modle.bin', '404', 'it is the model');
      await expectUserError(InputError, readModelFile(folder, 'it is the model'), folder, 'EISDIR');
    }));

  test('a server that fails is the fault of the network', () =>
    withServer(
      (_, response) => response.writeHead(503).end() !== undefined,
      async (address) => {
        await expectUserError(EnvironmentError, readModelFile(`${address}model.bin`, ''), address, '503');
      },
    ));

  test('a connection that breaks off is the fault of the network', () =>
    withServer(
      (_, response) => {
        response.writeHead(200, { 'content-length': 1000 }).write('half', () => response.destroy());
        return true;
      },
      async (address) => {
        const attempt = readModelFile(`${address}model.bin`, '');
        await expectUserError(EnvironmentError, attempt, address, 'cannot be downloaded');
      },
    ));

  test('nobody listening is the fault of the network', async () => {
    const { address, close } = await serveFolder(folder);
    await close();
    const attempt = readModelFile(`${address}model.bin`, '');
    await expectUserError(EnvironmentError, attempt, 'ECONNREFUSED', 'give a path');
  });
});
