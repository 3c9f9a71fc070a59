import { encodePng } from './encode-png.ts'

type Colour = readonly [red: number, green: number, blue: number]
type Shape =
  | {
      readonly box: readonly [left: number, top: number, width: number, height: number]
      readonly fill: Colour
    }
  | { readonly disc: readonly [x: number, y: number, radius: number]; readonly fill: Colour }
  /** A crack, a scratch, a cable: thick line between two points. */
  | { readonly line: readonly [x: number, y: number, toX: number, toY: number]; readonly fill: Colour }

const width = 240
const height = 180

const white: Colour = [238, 240, 241]
const grey: Colour = [150, 156, 160]
const dark: Colour = [44, 48, 52]
const green: Colour = [62, 128, 74]
const brown: Colour = [122, 82, 52]
const yellow: Colour = [214, 190, 84]
const wall: Colour = [206, 201, 190]
const red: Colour = [168, 46, 38]
const blue: Colour = [128, 170, 204]
const violet: Colour = [150, 70, 190]

/** What customers and technicians photographed, and the shops' own logos, drawn: nobody took a photo for the demo. */
const pictures = {
  fridge: [
    { box: [70, 14, 100, 152], fill: white },
    { box: [70, 62, 100, 3], fill: grey },
    { box: [156, 28, 4, 26], fill: grey },
    { box: [80, 76, 70, 78], fill: blue },
    { disc: [104, 120, 9], fill: green },
    { disc: [128, 126, 7], fill: red },
  ],
  screen: [
    { box: [20, 26, 200, 118], fill: dark },
    { box: [28, 34, 184, 102], fill: blue },
    { line: [52, 34, 52, 135], fill: violet },
    { line: [66, 34, 66, 135], fill: violet },
    { line: [80, 34, 80, 135], fill: violet },
    { box: [100, 144, 40, 14], fill: dark },
  ],
  fan: [
    { disc: [120, 76, 58], fill: grey },
    { disc: [120, 76, 53], fill: white },
    { line: [120, 76, 86, 42], fill: blue },
    { line: [120, 76, 160, 56], fill: blue },
    { disc: [120, 76, 10], fill: dark },
    { line: [132, 150, 160, 166], fill: blue },
    { box: [117, 130, 6, 40], fill: grey },
  ],
  floor: [
    { box: [0, 0, 240, 180], fill: brown },
    { line: [0, 46, 239, 46], fill: dark },
    { line: [0, 94, 239, 94], fill: dark },
    { line: [0, 142, 239, 142], fill: dark },
    { line: [42, 118, 196, 70], fill: wall },
    { line: [44, 121, 190, 76], fill: wall },
  ],
  cable: [
    { box: [30, 30, 180, 120], fill: grey },
    { line: [30, 60, 112, 80], fill: red },
    { line: [134, 92, 210, 110], fill: red },
    { line: [30, 96, 100, 104], fill: yellow },
    { line: [142, 112, 210, 128], fill: yellow },
    { disc: [120, 140, 4], fill: dark },
    { disc: [132, 144, 3], fill: dark },
  ],
  board: [
    { box: [24, 24, 192, 132], fill: green },
    { box: [44, 44, 40, 30], fill: dark },
    { disc: [150, 66, 18], fill: grey },
    { disc: [150, 66, 9], fill: dark },
    { disc: [162, 112, 26], fill: brown },
    { disc: [162, 112, 15], fill: dark },
  ],
  leaves: [
    { box: [92, 122, 56, 46], fill: brown },
    { line: [120, 122, 120, 40], fill: green },
    { disc: [88, 66, 24], fill: green },
    { disc: [154, 58, 26], fill: green },
    { line: [150, 58, 190, 104], fill: yellow },
    { disc: [194, 112, 16], fill: yellow },
  ],
  roots: [
    { box: [60, 20, 120, 50], fill: brown },
    { line: [84, 70, 70, 150], fill: dark },
    { line: [108, 70, 112, 160], fill: dark },
    { line: [132, 70, 140, 156], fill: dark },
    { line: [156, 70, 178, 146], fill: brown },
  ],
  greens: [
    { box: [24, 60, 192, 100], fill: yellow },
    { disc: [72, 92, 30], fill: green },
    { disc: [124, 100, 34], fill: brown },
    { disc: [174, 94, 28], fill: green },
    { line: [110, 60, 92, 140], fill: green },
  ],
  minhAnLogo: [
    { box: [0, 0, 240, 180], fill: [11, 93, 75] },
    { disc: [120, 90, 62], fill: white },
    { disc: [120, 90, 50], fill: [11, 93, 75] },
    { box: [96, 52, 12, 34], fill: white },
    { box: [132, 52, 12, 34], fill: white },
    { box: [86, 84, 68, 22], fill: white },
    { box: [114, 106, 12, 30], fill: white },
  ],
  songXanhLogo: [
    { box: [0, 0, 240, 180], fill: [180, 83, 42] },
    { disc: [92, 78, 34], fill: white },
    { disc: [148, 78, 34], fill: white },
    { box: [116, 60, 8, 60], fill: white },
    { box: [84, 118, 72, 36], fill: white },
  ],
} satisfies Record<string, readonly Shape[]>

export type PictureName = keyof typeof pictures

/** A small PNG; the same name gives the same bytes. */
export function drawPicture(name: PictureName): Promise<Uint8Array> {
  const pixels = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const shade = 1 - (y / height) * 0.18
      const [redPart, greenPart, bluePart] = colourAt(pictures[name], x, y)
      pixels.set([redPart * shade, greenPart * shade, bluePart * shade], (y * width + x) * 3)
    }
  }
  return encodePng(pixels, width, height)
}

function colourAt(shapes: readonly Shape[], x: number, y: number): Colour {
  return shapes.findLast((shape) => covers(shape, x, y))?.fill ?? wall
}

function covers(shape: Shape, x: number, y: number): boolean {
  if ('box' in shape) {
    const [left, top, boxWidth, boxHeight] = shape.box
    return x >= left && x < left + boxWidth && y >= top && y < top + boxHeight
  }
  if ('disc' in shape) {
    const [centreX, centreY, radius] = shape.disc
    return Math.hypot(x - centreX, y - centreY) <= radius
  }
  const [fromX, fromY, toX, toY] = shape.line
  const [alongX, alongY] = [toX - fromX, toY - fromY]
  const share = ((x - fromX) * alongX + (y - fromY) * alongY) / (alongX ** 2 + alongY ** 2)
  const nearest = Math.min(1, Math.max(0, share))
  return Math.hypot(x - fromX - nearest * alongX, y - fromY - nearest * alongY) <= 1.5
}
