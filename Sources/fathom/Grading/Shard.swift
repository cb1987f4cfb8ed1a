import ArgumentParser

/// A share of the files, `K/N`: every N-th one, from the K-th on.
struct Shard: Hashable, ExpressibleByArgument, CustomStringConvertible {
  let number: Int
  let count: Int

  static let whole = Shard(number: 1, count: 1)

  private init(number: Int, count: Int) { (self.number, self.count) = (number, count) }

  init?(argument: String) { self.init(argument) }

  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1],
      (1...100_000).contains(count), (1...count).contains(number)
    else { return nil }
    self.init(number: number, count: count)
  }

  var description: String { "\(number)/\(count)" }

  func share(of files: [String]) -> [String] {
    files.enumerated().filter { $0.offset % count == number - 1 }.map(\.element)
  }
}
