/// A kernel of the kind `(out, x, count)`, applied to each value.
func through(
  _ kernel: (UnsafeMutablePointer<Double>, UnsafePointer<Double>, Int) -> Void,
  _ x: [Double]
) -> [Double] {
  [Double](unsafeUninitializedCapacity: x.count) { buffer, count in
    x.withUnsafeBufferPointer { input in
      if let out = buffer.baseAddress, let z = input.baseAddress { kernel(out, z, input.count) }
    }
    count = x.count
  }
}
