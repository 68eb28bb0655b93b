import FonsText
