import TerminalText

/// How large a signal is beside where it began.
enum SignalSize: Sendable, Hashable, CaseIterable {
  case absent, zero, tiny, small, ordinary, large, huge, infinite, notNumber

  /// Of a value beside the reference; ordinary without one.
  init(_ sample: Sample, beside reference: Sample?) {
    switch sample.kind {
    case .notANumber: self = .notNumber
    case .negativeInfinity, .positiveInfinity: self = .infinite
    case .zero: self = .zero
    case .negative, .positive:
      guard let reference else {
        self = .ordinary
        return
      }
      let decades = sample.log10Magnitude - reference.log10Magnitude
      let margin = 1e-9
      if decades < -6 - margin {
        self = .tiny
      } else if decades < -3 - margin {
        self = .small
      } else if decades <= 3 + margin {
        self = .ordinary
      } else {
        self = decades <= 6 + margin ? .large : .huge
      }
    }
  }

  var glyph: String {
    switch self {
    case .zero: "0"
    case .tiny: "."
    case .small: ":"
    case .ordinary: "o"
    case .large: "O"
    case .huge: "@"
    case .infinite: "^"
    case .notNumber: "n"
    case .absent: "x"
    }
  }

  var style: Style {
    switch self {
    case .zero, .infinite, .notNumber: .offScale
    case .tiny, .small: .series(0)
    case .ordinary, .absent: .plain
    case .large, .huge: .series(1)
    }
  }

  /// For the key.
  var words: String {
    switch self {
    case .zero: "zero"
    case .tiny: "below 1e-6"
    case .small: "below 1e-3"
    case .ordinary: "from 1e-3 to 1e3"
    case .large: "above 1e3"
    case .huge: "above 1e6"
    case .infinite: "infinite"
    case .notNumber: "not a number"
    case .absent: "no value"
    }
  }

  /// How far from ordinary, so that of several layers the gravest is shown.
  var gravity: Int {
    switch self {
    case .absent: -1
    case .ordinary: 0
    case .small, .large: 1
    case .tiny, .huge: 2
    case .zero: 3
    case .infinite: 4
    case .notNumber: 5
    }
  }
}
