/** A scene of eight pictures that the software renderer draws in no time; `size` is a variable. */
export function renderedScene(imagesPerObject = '{ V0: 1, V6: 1 }'): string {
  return `scene: rendered
seed: 5
renderer: { plugin: software, samples: 1 }
variables: { size: 24 }
stimuli:
  - id: things
    plugin: rendered-objects
    objects: { plugin: procedural-objects, set: test, perCategory: 2 }
    backgrounds: noise-backgrounds
    categories: [cars, tables]
    imagesPerObject: ${imagesPerObject}
    size: \${size}
`;
}
