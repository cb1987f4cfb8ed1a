#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension HistoryFile {
  func contents(of descriptor: Int32) throws(HistoryError) -> [UInt8] {
    var all: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(path: path, code: errno) }
      if count == 0 { return all }
      all += block[..<count]
    }
  }

  func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(HistoryError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unwritable(path: path, code: errno) }
      rest = rest.dropFirst(count)
    }
  }
}
