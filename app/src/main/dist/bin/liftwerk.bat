@echo off
rem Starts Liftwerk: the window without arguments, else the command given.
rem Looks for Java 25 or newer in the runtime an installer brings, LIFTWERK_JAVA, JAVA_HOME, PATH and
rem the usual folders.
setlocal enabledelayedexpansion
for %%i in ("%~dp0..") do set "home=%%~fi"
set "java="
call :try "%home%\runtime"
call :try "%home%\..\runtime"
if defined LIFTWERK_JAVA call :try "%LIFTWERK_JAVA%"
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%p in ('where java 2^>nul') do for %%d in ("%%~dpp..") do call :try "%%~fd"
for %%r in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks") do (
  if exist %%r for /d %%d in ("%%~r\*") do call :try "%%~fd"
)
if not defined java (
  echo Liftwerk needs Java 25 or newer and found none: install a JDK 25, or set LIFTWERK_JAVA to its folder. 1>&2
  exit /b 1
)
set "command=%~1"
if not defined command set "command=open"
set "window="
for %%c in (open demo rehearse) do if /i "%command%"=="%%c" set "window=1"
if /i "%command:~-9%"==".liftwerk" set "window=1"

rem what 'liftwerk rehearse' recorded holds for one JDK and for the very files it saw
set "cache=%home%\lib\liftwerk.aot"
set "recorded="
set "start="
if /i "%command%"=="rehearse" (
  set "recorded=1"
  del /q "%cache%" "%cache%.jdk" 2>nul
  set start="-XX:AOTCacheOutput=%cache%" -Xlog:disable -Xlog:all=error
) else if exist "%cache%" (
  fc /b "%java%\release" "%cache%.jdk" >nul 2>nul && (
    set "recorded=1"
    set start="-XX:AOTCache=%cache%" -Xlog:aot=off -Xlog:cds=off
  )
)
set "collector="
if not defined window set "collector=-XX:+UseSerialGC"
set toolkit=--enable-native-access=ALL-UNNAMED
if not exist "%home%\lib\javafx" (
  set toolkit=--enable-native-access=ALL-UNNAMED,javafx.graphics
) else if defined window (
  set toolkit="--module-path=%home%\lib\javafx" --add-modules=javafx.controls --enable-native-access=ALL-UNNAMED,javafx.graphics
) else if defined recorded (
  set toolkit="--module-path=%home%\lib\javafx" --add-modules=javafx.controls --enable-native-access=ALL-UNNAMED,javafx.graphics
)
"%java%\bin\java" -Xmx3g --sun-misc-unsafe-memory-access=allow "-Dliftwerk.dist=%home%" %LIFTWERK_OPTS% %toolkit% %start% %collector% -cp "%home%\lib\liftwerk.jar" io.liftwerk.app.Main %*
if errorlevel 1 exit /b %errorlevel%
if /i "%command%"=="rehearse" copy /y "%java%\release" "%cache%.jdk" >nul
exit /b 0

:try
if defined java exit /b
set "candidate=%~1"
if not exist "%candidate%\bin\java.exe" exit /b
if not exist "%candidate%\release" exit /b
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%candidate%\release"') do (
  set "major=%%~v"
  set "major=!major:"=!"
  if !major! geq 25 set "java=%candidate%"
)
exit /b
