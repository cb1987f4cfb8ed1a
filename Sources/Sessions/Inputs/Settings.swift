import Plotting

/// What `:set` changes: how outputs are laid out, never what they say.
package struct Settings: Sendable, Hashable {
  /// Whether figures are drawn or described.
  package enum Figures: String, Sendable, Hashable, CaseIterable { case pictures, text }

  /// The width of the transcript; the terminal has its own.
  package var columns: Int
  /// The rows that a figure may take, so that it and its question share a screen of 24.
  package var figureRows = 13
  package var figures = Figures.pictures
  /// The characters that pictures are made of.
  package var charset: Charset

  /// The widths that a page may have.
  package static let allowedColumns = 20...500

  /// The settings that a session begins with.
  package init(columns: Int = 80, charset: Charset = .ascii) {
    self.columns = columns
    self.charset = charset
  }

  /// What `:set` sets.
  enum Name: String, Sendable, Hashable, CaseIterable {
    case columns, rows, figures, charset

    /// What it takes, in words.
    var allowed: String {
      switch self {
      case .columns: Self.words(Settings.allowedColumns)
      case .rows: Self.words(Settings.allowedRows)
      case .figures: "pictures or text"
      case .charset: "ascii, blocks, braille or unicode"
      }
    }

    private static func words(_ allowed: ClosedRange<Int>) -> String {
      "\(allowed.lowerBound) to \(allowed.upperBound)"
    }
  }

  /// The rows that figures may have.
  private static let allowedRows = 5...200

  enum Refusal: Error, Sendable, Hashable {
    case unknown(String)
    case outside(Name, value: String)
  }

  /// What a setting is, as `:set` takes it.
  subscript(_ name: Name) -> String {
    switch name {
    case .columns: "\(columns)"
    case .rows: "\(figureRows)"
    case .figures: figures.rawValue
    case .charset: charset.name
    }
  }

  mutating func set(_ name: String, _ value: String) throws(Refusal) {
    let name = try Self.name(name)
    switch name {
    case .columns: columns = try Self.number(name, value, Self.allowedColumns)
    case .rows: figureRows = try Self.number(name, value, Self.allowedRows)
    case .figures:
      guard let figures = Figures(rawValue: value) else { throw .outside(name, value: value) }
      self.figures = figures
    case .charset:
      guard let charset = Charset(named: value) else { throw .outside(name, value: value) }
      self.charset = charset
    }
  }

  static func name(_ text: String) throws(Refusal) -> Name {
    guard let name = Name(rawValue: text) else { throw .unknown(text) }
    return name
  }

  private static func number(
    _ name: Name,
    _ value: String,
    _ allowed: ClosedRange<Int>
  ) throws(Refusal) -> Int {
    guard let number = Int(value), allowed.contains(number) else {
      throw .outside(name, value: value)
    }
    return number
  }
}
