import { writeFileSync } from 'node:fs';
import { rbacFilters } from './lib/config-dump';
import { identityOf } from './lib/envoy';
import { yamlFiles } from './lib/istio-module';
import { Lifetime } from './lib/process';
import { RunningMesh } from './lib/running-mesh';
async function main() {
  const lt = new Lifetime('zz');
  try {
    const t0 = Date.now(); const log = (...a: any[]) => console.log(((Date.now() - t0) / 1000).toFixed(1), ...a);
    const mesh = await RunningMesh.start(lt, 'gb', yamlFiles('/tmp/conf/dist/guestbook'));
    log('mesh up', mesh.pods.map((p) => [p.name, p.stored.spec.containers.length, p.stored.spec.initContainers?.length]));
    const web = await mesh.connect('guestbook', 'guestbook-v1'); log('web up');
    const redis = await mesh.connect('guestbook', 'redis-master'); log('redis up');
    for (const e of [web, redis]) {
      const d = await e.configDump();
      console.log(d.outboundHosts, d.clusters, d.unsettled, e.rejections);
      const s = await e.stats();
      console.log([...s].filter(([k, v]) => /rejected|connected_state/.test(k) && v > 0));
      writeFileSync(`/tmp/conf/dump-${e.pod.name}.json`, JSON.stringify(d, null, 1));
    }
    console.log(JSON.stringify((await redis.configDump()).inboundChains(6379).map(rbacFilters), null, 1));
    await mesh.serve(redis, 'tcp', 6379); log('served');
    const ip = await mesh.serviceAddress('guestbook', 'redis-master');
    log('via proxies', await mesh.call(web.namespace, ['tcp-call', '--address', `${ip}:6379`]));
    const st = await mesh.stranger();
    log('direct web', await mesh.call(st, ['tcp-call', '--address', `${redis.pod.ip}:6379`], identityOf(web.pod)));
    log('direct analyzer', await mesh.call(st, ['tcp-call', '--address', `${redis.pod.ip}:6379`], 'spiffe://cluster.local/ns/guestbook/sa/analyzer'));
    log('plain', await mesh.call(st, ['tcp-call', '--address', `${redis.pod.ip}:6379`]));
    console.log([...await redis.stats()].filter(([k, v]) => /rbac/.test(k) && v > 0));
  } catch (e) { console.log(e); console.log(lt.logTails(25)); }
  await lt.end({ keepFolder: true });
}
main().then(() => process.exit(0), (e) => { console.error(e); process.exit(1); });
