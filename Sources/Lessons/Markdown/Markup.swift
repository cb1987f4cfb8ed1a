import CCommonMark

/// The nodes of a CommonMark text in document order.
///
/// Lines count from 1, columns count bytes.
struct Markup {
  enum Kind {
    case document, quote, list, item, fence, indentedCode, html, paragraph, heading, rule
    case table, row, cell
    case text, softBreak, lineBreak, code, inlineHTML, emphasis, strong, link, image, other
  }

  struct Node {
    let kind: Kind
    let parent: Int
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    /// The literal text, or the address of a link.
    let text: String
    /// The words after a fence.
    let info: String
    /// Of a heading its level, of a fence its length, of an ordered list its first number.
    let number: Int?
    /// Of a list.
    let isTight: Bool
    /// Of a table.
    let alignments: [ProseTable.Alignment]
  }

  let nodes: [Node]
  private let children: [[Int]]

  func children(of index: Int) -> [Int] { children[index] }

  /// `nil` only if memory is short.
  init?(_ text: String) {
    var text = text
    let parsed = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { fmark_parse($0.baseAddress, $0.count) }
    }
    guard let document = parsed else { return nil }
    defer { fmark_free(document) }
    let raw = UnsafeBufferPointer(start: fmark_nodes(document), count: fmark_count(document))
    var children = [[Int]](repeating: [], count: raw.count)
    for (index, node) in raw.enumerated() where node.parent >= 0 {
      children[Int(node.parent)].append(index)
    }
    self.nodes = raw.map(convert)
    self.children = children
  }
}

private func convert(_ node: fmark_node) -> Markup.Node {
  let alignments: [ProseTable.Alignment] =
    if let marks = node.alignments {
      UnsafeBufferPointer(start: marks, count: Int(node.number)).map(alignment)
    } else {
      []
    }
  let number: Int32? =
    switch node.kind {
    case FMARK_HEADING, FMARK_ORDERED_LIST: node.number
    case FMARK_FENCED_CODE: node.fence_length
    default: nil
    }
  let text = string(node.text, node.text_length)
  // cmark gives the line before as the last one of an HTML block that ends by itself.
  let endLine =
    node.kind == FMARK_HTML
    ? Int(node.start_line) + max(1, text.count { $0 == "\n" }) - 1 : Int(node.end_line)
  return Markup.Node(
    kind: kind(node.kind),
    parent: Int(node.parent),
    startLine: Int(node.start_line),
    startColumn: Int(node.start_column),
    endLine: endLine,
    text: text,
    info: string(node.info, node.info_length),
    number: number.map(Int.init),
    isTight: node.tight != 0,
    alignments: alignments
  )
}

private func kind(_ kind: fmark_kind) -> Markup.Kind {
  switch kind {
  case FMARK_DOCUMENT: .document
  case FMARK_QUOTE: .quote
  case FMARK_BULLET_LIST, FMARK_ORDERED_LIST: .list
  case FMARK_ITEM: .item
  case FMARK_FENCED_CODE: .fence
  case FMARK_INDENTED_CODE: .indentedCode
  case FMARK_HTML: .html
  case FMARK_PARAGRAPH: .paragraph
  case FMARK_HEADING: .heading
  case FMARK_RULE: .rule
  case FMARK_TABLE: .table
  case FMARK_ROW: .row
  case FMARK_CELL: .cell
  case FMARK_TEXT: .text
  case FMARK_SOFT_BREAK: .softBreak
  case FMARK_LINE_BREAK: .lineBreak
  case FMARK_CODE: .code
  case FMARK_INLINE_HTML: .inlineHTML
  case FMARK_EMPHASIS: .emphasis
  case FMARK_STRONG: .strong
  case FMARK_LINK: .link
  case FMARK_IMAGE: .image
  default: .other
  }
}

private func alignment(_ mark: UInt8) -> ProseTable.Alignment {
  switch mark {
  case UInt8(ascii: "l"): .left
  case UInt8(ascii: "c"): .centre
  case UInt8(ascii: "r"): .right
  default: .none
  }
}

private func string(_ bytes: UnsafePointer<CChar>?, _ length: Int) -> String {
  guard let bytes else { return "" }
  return bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
    String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
  }
}
