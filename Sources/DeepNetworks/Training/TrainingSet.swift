import CKernels

/// Samples to learn from: inputs and targets, row by row.
package struct TrainingSet: Sendable, Hashable {
  package let count: Int
  package let inputWidth: Int
  package let outputWidth: Int
  /// count × inputWidth, row-major.
  package let inputs: [Double]
  /// count × outputWidth, row-major: values, or probabilities of classes.
  package let targets: [Double]
  /// Of one output the different targets, in order: a batch has those of the set it is from.
  private let levels: [Double]

  /// *Throws*: `.noSamples`, `.entries` where the counts don't fit.
  package init(
    count: Int,
    inputs: [Double],
    targets: [Double]
  ) throws(NetworkError) {
    guard count >= 1, !inputs.isEmpty, !targets.isEmpty else { throw .noSamples }
    guard inputs.count % count == 0 else {
      throw .entries(rows: count, columns: inputs.count / count, count: inputs.count)
    }
    guard targets.count % count == 0 else {
      throw .entries(rows: count, columns: targets.count / count, count: targets.count)
    }
    self.init(unchecked: count, inputs, targets)
  }

  init(unchecked count: Int, _ inputs: [Double], _ targets: [Double], levels: [Double]? = nil) {
    self.levels = levels ?? (targets.count == count ? Set(targets).sorted() : [])
    self.count = count
    self.inputs = inputs
    self.targets = targets
    inputWidth = inputs.count / count
    outputWidth = targets.count / count
  }

  /// Sample i's input and target.
  package func sample(_ i: Int) -> (input: Vector, target: Vector) {
    (
      Vector(Array(inputs[i * inputWidth..<(i + 1) * inputWidth])),
      Vector(Array(targets[i * outputWidth..<(i + 1) * outputWidth]))
    )
  }

  /// Whether right answers differ from wrong ones: one output needs targets that differ.
  package var hasAnswers: Bool { outputWidth > 1 || levels.count > 1 }

  /// Whether an only output is nearer to sample i's target than to any other target of the set.
  package func isNearest(_ output: Double, to i: Int) -> Bool {
    guard output.isFinite, let place = levels.firstIndex(of: targets[i]) else { return false }
    let distance = abs(output - targets[i])
    return [place - 1, place + 1].allSatisfy {
      !levels.indices.contains($0) || distance < abs(output - levels[$0])
    }
  }

  /// The share of samples at which the first of the largest outputs is that of the target; of one
  /// output, at which `isNearest` holds.
  ///
  /// One with nan among its outputs doesn't count. *Shape*: outputs are count × outputWidth,
  /// row-major.
  func accuracy(of outputs: [Double]) -> Double {
    if outputWidth == 1 {
      return Double((0..<count).count { isNearest(outputs[$0], to: $0) }) / Double(count)
    }
    var hits = 0
    for row in 0..<count {
      let places = row * outputWidth..<(row + 1) * outputWidth
      guard !places.contains(where: { outputs[$0].isNaN }) else { continue }
      let answer = places.max { outputs[$0] < outputs[$1] }
      if answer == places.max(by: { targets[$0] < targets[$1] }) { hits += 1 }
    }
    return Double(hits) / Double(count)
  }

  /// Two parts of the samples, in an order drawn by the seed; the first has this share of them.
  ///
  /// *Throws*: `.split` where a part would be empty.
  package func split(
    share: Double,
    seed: UInt64
  ) throws(NetworkError) -> (first: TrainingSet, rest: TrainingSet) {
    let wanted = (share * Double(count)).rounded()
    guard wanted >= 1, wanted <= Double(count - 1) else {
      throw .split(share: share, samples: count)
    }
    let order = BatchOrder.permutation(of: count, seed: seed, layer: 0, kind: .split)
    let size = Int(wanted)
    return (picked(order[..<size]), picked(order[size...]))
  }

  /// The samples of these numbers, in this order.
  func picked(_ indices: some Sequence<Int>) -> TrainingSet {
    var (x, t): ([Double], [Double]) = ([], [])
    var count = 0
    for i in indices {
      x += inputs[i * inputWidth..<(i + 1) * inputWidth]
      t += targets[i * outputWidth..<(i + 1) * outputWidth]
      count += 1
    }
    return TrainingSet(unchecked: count, x, t, levels: levels)
  }
}

extension TrainingSet {
  /// t = T x with x ~ N(0, 1) and the teacher T ~ N(0, 1/width), plus noise.
  ///
  /// *Throws*: `.width`, `.noSamples`.
  package static func linearTeacher(
    inputWidth: Int,
    outputWidth: Int,
    samples: Int,
    noise: Double = 0,
    seed: UInt64
  ) throws(NetworkError) -> TrainingSet {
    guard inputWidth >= 1 else { throw .width(inputWidth, layer: 0) }
    guard outputWidth >= 1 else { throw .width(outputWidth, layer: 1) }
    guard samples >= 1 else { throw .noSamples }
    func normals(_ count: Int, _ scale: Double, layer: UInt32) -> [Double] {
      Random.Source(seed: seed, layer: layer, kind: .data).normals(count, scale: scale) { _ in }
    }
    let x = normals(samples * inputWidth, 1, layer: 0)
    let teacher = normals(
      inputWidth * outputWidth,
      1 / Double(inputWidth).squareRoot(),
      layer: 1
    )
    var t = [Double](repeating: 0, count: samples * outputWidth)
    fk_gemm(samples, outputWidth, inputWidth, x, inputWidth, teacher, outputWidth, &t, outputWidth)
    if noise != 0 {
      fk_axpy(&t, noise, normals(t.count, 1, layer: 2), t.count)
    }
    return TrainingSet(unchecked: samples, x, t)
  }

  /// Two spirals, one per class, that wind about each other `turns` times; targets are one-hot.
  ///
  /// *Throws*: `.noSamples` for fewer than one sample per arm. *Source*: Lang and Witbrock 1988.
  package static func spirals(
    samplesPerArm: Int = 100,
    turns: Double = 1.5,
    noise: Double = 0.02,
    seed: UInt64
  ) throws(NetworkError) -> TrainingSet {
    guard samplesPerArm >= 1 else { throw .noSamples }
    let jitter = Random.Source(seed: seed, layer: 3, kind: .data)
      .normals(4 * samplesPerArm, scale: noise) { _ in }
    var (x, t): ([Double], [Double]) = ([], [])
    for i in 0..<samplesPerArm {
      let share = (Double(i) + 0.5) / Double(samplesPerArm)
      let angle = 2 * Double.pi * turns * share
      for arm in 0...1 {
        let sign = arm == 0 ? 1.0 : -1
        x.append(sign * share * fk_cos1(angle) + jitter[4 * i + 2 * arm])
        x.append(sign * share * fk_sin1(angle) + jitter[4 * i + 2 * arm + 1])
        t += arm == 0 ? [1, 0] : [0, 1]
      }
    }
    return TrainingSet(unchecked: 2 * samplesPerArm, x, t)
  }

  /// The four corners (±1, ±1) and whether the signs differ, one-hot: (same, different).
  package static let xor = TrainingSet(
    unchecked: 4,
    [-1, -1, -1, 1, 1, -1, 1, 1],
    [1, 0, 0, 1, 0, 1, 1, 0]
  )
}
