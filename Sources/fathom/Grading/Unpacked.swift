/// What an archive holds at a path.
struct Unpacked {
  let path: String
  let outcome: Outcome

  /// What was made of it.
  enum Outcome {
    /// A transcript, by where its bytes stand in the spool.
    case file(Range<Int>)
    /// No transcript.
    case aside
    /// With what libarchive said of it.
    case refused(ArchiveFault, String)
  }
}

extension Unpacked {
  /// As one process tells it to another: four texts, each with a NUL behind it.
  var record: String {
    let fields =
      switch outcome {
      case .file(let range): ["file", "\(range.lowerBound)", "\(range.count)"]
      case .aside: ["aside", "", ""]
      case .refused(let fault, let detail): ["refused", fault.rawValue, detail]
      }
    return ([path] + fields).map { $0.replacing("\u{0}", with: "") + "\u{0}" }.joined()
  }

  /// How many texts a record has.
  static let fieldCount = 4

  init?(_ fields: [String]) {
    guard fields.count == Self.fieldCount else { return nil }
    path = fields[0]
    switch fields[1] {
    case "file":
      guard let start = Int(fields[2]), let count = Int(fields[3]), start >= 0, count >= 0
      else { return nil }
      outcome = .file(start..<start + count)
    case "aside": outcome = .aside
    default:
      guard let fault = ArchiveFault(rawValue: fields[2]) else { return nil }
      outcome = .refused(fault, fields[3])
    }
  }
}
