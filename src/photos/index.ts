export { PhotoAlbum, type ReceivingProblem } from './album.js';
export { type PhotoSource } from './download.js';
export { openPhotoStore } from './open-photo-store.js';
export { photoIdOf } from './photo-id.js';
export { PhotoStoreError, type PhotoStore } from './photo-store.js';
export { SweepRefused, sweepPhotos, type Swept } from './sweep.js';
