import Plotting

/// The sample 10^decades, for values beyond Double.
func sample(log10 decades: Double) -> Sample {
  let bits = decades / 0.3010299956639812
  let whole = bits.rounded(.down)
  // 2^(bits - whole) by the library of the test's machine: right to a few ulp, which is all that tests need.
  return Sample(significand: exponential2(bits - whole), exponent: Int(whole))
}

/// `factor^n` for n in `layers`, as the engine would give it.
func powers(_ factor: Double, _ layers: ClosedRange<Int>) -> Series {
  var value = 1.0
  var exponent = 0
  var samples: [Sample] = []
  for layer in 0...layers.upperBound {
    if layers.contains(layer) { samples.append(Sample(significand: value, exponent: exponent)) }
    value *= factor
    exponent += Int(value.exponent)
    value = value.significand
  }
  return Series(name: "s = \(factor)", first: layers.lowerBound, y: samples)
}

/// `factor^n` rounded to float32 at every layer.
func powersInFloat32(_ factor: Float, _ layers: ClosedRange<Int>) -> Series {
  var value: Float = 1
  var samples: [Sample] = []
  for layer in 0...layers.upperBound {
    if layers.contains(layer) {
      samples.append(
        Sample(
          significand: Double(value),
          exponent: 0,
          isSubnormal: value.isSubnormal
        )
      )
    }
    value *= factor
  }
  return Series(name: "s = \(factor)", first: layers.lowerBound, y: samples)
}

/// One in `step` points of a series, the first among them.
func every(_ step: Int, _ series: Series) -> Series {
  let kept = stride(from: 0, to: series.x.count, by: step)
  return Series(name: series.name, x: kept.map { series.x[$0] }, y: kept.map { series.y[$0] })
}

/// A series of Doubles at 0, 1, 2 and so on.
func series(_ name: String = "", _ values: [Double]) -> Series {
  Series(name: name, first: 0, y: values.map { Sample($0) })
}

import func Foundation.exp2

private func exponential2(_ x: Double) -> Double { exp2(x) }
