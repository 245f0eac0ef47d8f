export { printDocuments, printYaml } from './print';
