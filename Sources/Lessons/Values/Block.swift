/// One part of a step, in the order of the file.
package enum Block: Sendable, Hashable {
  case prose(Prose)
  case parameters([Parameter])
  case cell(Cell)
  case question(Question)
  case speaker(SpeakerNote)

  /// Whether it is a cell.
  package var isCell: Bool {
    switch self {
    case .cell: true
    case .prose, .parameters, .question, .speaker: false
    }
  }
}
