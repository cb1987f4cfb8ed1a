import ArgumentParser
import Plotting

/// The charsets by the names that a command line has for them.
enum CharsetName: String, ExpressibleByArgument, CaseIterable {
  case ascii, blocks, braille

  var charset: Charset {
    switch self {
    case .ascii: .ascii
    case .blocks: .blocks
    case .braille: .braille
    }
  }
}
