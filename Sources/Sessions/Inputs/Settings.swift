import Plotting

/// What `:set` changes: how outputs are laid out, never what they say.
package struct Settings: Sendable, Hashable {
  /// Whether figures are drawn or described.
  package enum Figures: String, Sendable, Hashable, CaseIterable { case pictures, text }

  /// The width of the transcript; the terminal has its own.
  package var columns: Int
  /// The rows that a figure may take, so that it and its question share a screen of 24.
  package var figureRows = Self.usualRows
  package var figures = Figures.pictures
  /// The characters that pictures are made of.
  package var charset: Charset

  private static let usualRows = 13
  /// The width that the page has without any `:set`.
  private let usualColumns: Int
  /// Those of columns and rows that were set to a number.
  private var numbered: Set<Name> = []

  /// The width that was set for the screen; nil leaves it to the terminal.
  package var chosenColumns: Int? { numbered.contains(.columns) ? columns : nil }
  /// The rows that were set for figures on the screen; nil leaves them to the terminal.
  package var chosenRows: Int? { numbered.contains(.rows) ? figureRows : nil }

  /// The widths that a page may have.
  package static let allowedColumns = 20...500

  /// The settings that a session begins with.
  package init(columns: Int = 80, charset: Charset = .ascii) {
    (self.columns, usualColumns) = (columns, columns)
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
      "\(allowed.lowerBound) to \(allowed.upperBound), or \(Settings.auto)"
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
    case .columns: chosenColumns.map { "\($0)" } ?? Self.auto
    case .rows: chosenRows.map { "\($0)" } ?? Self.auto
    case .figures: figures.rawValue
    case .charset: charset.name
    }
  }

  mutating func set(_ name: String, _ value: String) throws(Refusal) {
    let name = try Self.name(name)
    switch name {
    case .columns:
      columns = try number(name, value, Self.allowedColumns) ?? usualColumns
    case .rows: figureRows = try number(name, value, Self.allowedRows) ?? Self.usualRows
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

  /// The value that leaves a number to the terminal.
  fileprivate static let auto = "auto"

  /// Notes a number, or that there is none.
  private mutating func number(
    _ name: Name,
    _ value: String,
    _ allowed: ClosedRange<Int>
  ) throws(Refusal) -> Int? {
    if value == Self.auto {
      numbered.remove(name)
      return nil
    }
    guard let number = Int(value), allowed.contains(number) else {
      throw .outside(name, value: value)
    }
    numbered.insert(name)
    return number
  }

  /// Whether a value says that there is no number.
  static func isAuto(_ value: String) -> Bool { value == auto }
}
