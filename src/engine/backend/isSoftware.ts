/** Whether a graphics adapter's name says that a processor plays its part. */
export const isSoftware = (name: string): boolean =>
  /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render|microsoft basic/i.test(name);
