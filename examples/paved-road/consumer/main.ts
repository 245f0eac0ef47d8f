import { App } from 'cdk8s';
import { Mesh } from 'cdk8s-istio';
import { PavedService } from '../index';

/** Synthesizes the program of a team that takes the paved road, into a folder. */
export function synthesize(outdir: string): Mesh {
  const app = new App({ outdir });
  const mesh = new Mesh(app, 'mesh');
  const shop = mesh.addNamespace('shop');

  const cart = new PavedService(shop, 'cart', { image: 'example.com/cart:1', team: 'shop' });
  const web = new PavedService(shop, 'web', { image: 'example.com/web:1', team: 'shop' });
  web.calls(cart, { methods: ['GET', 'POST'], paths: ['/cart/*'], ports: [80] });
  mesh.addIngressGateway('public').expose(web, { hosts: ['shop.example.com'], port: 80 });

  app.synth();
  return mesh;
}
