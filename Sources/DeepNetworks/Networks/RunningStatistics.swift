/// The mean and variance of each unit before its batch norm, averaged over the steps of a training.
///
/// Each step moves them by a tenth of the way to those of its batch, whose variance is taken over
/// B − 1; the first step sets them. *Source*: Ioffe and Szegedy 2015; the tenth is PyTorch's.
package struct RunningStatistics: Sendable, Hashable {
  /// Of the layers 1…L−1, layer 1 first.
  private(set) var means: [[Double]]
  private(set) var variances: [[Double]]

  /// By how much of the way a step moves them.
  static let share = 0.1

  /// None yet, of layers of these widths.
  init(widths: [Int]) {
    means = widths.map { Array(repeating: 0, count: $0) }
    variances = means
  }

  /// Takes a batch's mean and variance over `count` samples of a layer, by index from 0.
  mutating func take(
    _ index: Int,
    means batchMeans: UnsafePointer<Double>,
    variances batchVariances: UnsafePointer<Double>,
    count: Int,
    isFirst: Bool
  ) {
    let share = isFirst ? 1 : RunningStatistics.share
    let unbiased = Double(count) / Double(count - 1)
    for unit in means[index].indices {
      means[index][unit] += share * (batchMeans[unit] - means[index][unit])
      variances[index][unit] += share * (unbiased * batchVariances[unit] - variances[index][unit])
    }
  }
}
