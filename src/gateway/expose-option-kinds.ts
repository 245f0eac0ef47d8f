import { ExposeOptions } from './expose-options';
import { flag, having, number, OptionKinds, text, texts } from '../reference/option-kinds';

export const EXPOSE: OptionKinds<ExposeOptions> = {
  hosts: texts,
  tls: having('needsCredential', 'a setting of TLS, such as GatewayTls.simple()'),
  credential: having('name', 'a Secret'),
  credentialName: text,
  certificate: having('secretName', 'a certificate, as CertManagerCertificate.of() makes it'),
  clientIpBlocks: texts,
  notClientIpBlocks: texts,
  port: number,
  gatewayPort: number,
  paths: texts,
  httpsRedirect: flag,
};
