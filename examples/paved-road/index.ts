export { PavedService, PavedServiceProps } from './paved-service';
