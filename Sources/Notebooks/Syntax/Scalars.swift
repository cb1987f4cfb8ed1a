/// Character classes of the language, fixed here so that no locale or Unicode version of the
/// machine decides them.
extension Unicode.Scalar {
  var isDecimalDigit: Bool { self >= "0" && self <= "9" }

  /// A blank that is not a line end: space, tab, and the spaces that pages and PDFs bring along.
  var isBlank: Bool {
    switch value {
    case 0x20, 0x09, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

  /// A letter: ASCII, Latin, Greek, Cyrillic and further alphabets; never digits or signs.
  var isNameStart: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0xB5, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x250...0x2AF: true
    case 0x370...0x373, 0x376...0x377, 0x37B...0x37D, 0x386, 0x388...0x3FF: true
    case 0x400...0x481, 0x48A...0x52F: true
    case 0x5D0...0x5EA, 0x620...0x64A, 0x904...0x939: true
    case 0x1E00...0x1FFF, 0x210F, 0x2113: true
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
    default: false
    }
  }

  /// What may follow the first letter of a name: digits, `_`, subscript digits, accents.
  var isNamePart: Bool {
    switch value {
    case 0x30...0x39, 0x5F: true
    case 0x2080...0x2089, 0x300...0x36F: true
    default: false
    }
  }

  var superscriptDigit: Int? {
    switch value {
    case 0x2070: 0
    case 0xB9: 1
    case 0xB2: 2
    case 0xB3: 3
    case 0x2074...0x2079: Int(value) - 0x2070
    default: nil
    }
  }
}
