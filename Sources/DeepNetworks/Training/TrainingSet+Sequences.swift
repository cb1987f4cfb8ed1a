/// Tasks whose inputs are sequences: a sample is x[1] … x[T], end to end.
extension TrainingSet {
  /// x[1] = ±1 is to be remembered: t = x[1], with x[2] … x[T] ~ N(0, noise²).
  ///
  /// *Throws*: `.depth` without steps, `.noSamples`.
  package static func recall(
    steps: Int,
    samples: Int,
    noise: Double,
    seed: UInt64
  ) throws(NetworkError) -> TrainingSet {
    guard steps >= 1 else { throw .depth(steps) }
    guard samples >= 1 else { throw .noSamples }
    let signs = Random.Source(seed: seed, layer: 0, kind: .sequences).uniforms(samples)
    let disturbances = Random.Source(seed: seed, layer: 1, kind: .sequences)
      .normals(samples * (steps - 1), scale: 1) { _ in }
    var (x, t): ([Double], [Double]) = ([], [])
    x.reserveCapacity(samples * steps)
    for sample in 0..<samples {
      t.append(signs[sample] > 0.5 ? 1 : -1)
      x.append(t[sample])
      for step in 0..<steps - 1 {
        x.append(noise == 0 ? 0 : noise * disturbances[sample * (steps - 1) + step])
      }
    }
    return TrainingSet(unchecked: samples, x, t)
  }

  /// x[t] = (v, m): the sum of the two v is to be found whose mark m is 1, one in each half.
  ///
  /// v is uniform in (0, 1]. *Throws*: `.addingSteps` below two steps, `.noSamples`. *Source*: Hochreiter
  /// and Schmidhuber 1997, experiment 4; as here Le, Jaitly and Hinton 2015 (arXiv 1504.00941).
  package static func adding(
    steps: Int,
    samples: Int,
    seed: UInt64
  ) throws(NetworkError) -> TrainingSet {
    guard steps >= 2 else { throw .addingSteps(steps) }
    guard samples >= 1 else { throw .noSamples }
    let values = Random.Source(seed: seed, layer: 2, kind: .sequences).uniforms(samples * steps)
    let draws = Random.Source(seed: seed, layer: 3, kind: .sequences).uniforms(2 * samples)
    let half = steps / 2
    // u in (0, 1]: ⌈u n⌉ − 1 in 0 … n − 1.
    func place(_ draw: Double, of count: Int) -> Int {
      min(max(Int((draw * Double(count)).rounded(.up)) - 1, 0), count - 1)
    }
    var x = [Double](repeating: 0, count: 2 * samples * steps)
    var t: [Double] = []
    for sample in 0..<samples {
      let first = sample * steps
      for step in 0..<steps { x[2 * (first + step)] = values[first + step] }
      let marked = [
        first + place(draws[2 * sample], of: half),
        first + half + place(draws[2 * sample + 1], of: steps - half),
      ]
      for place in marked { x[2 * place + 1] = 1 }
      t.append(values[marked[0]] + values[marked[1]])
    }
    return TrainingSet(unchecked: samples, x, t)
  }
}
